import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { acceptedThere, sentRequest, twoOffices } from './support/two-offices.ts';

type Asks = Pick<TestOffice, 'ask'>;

/** Takes back the newest act, which is the note that was just written, whatever stands above it in the history. */
async function takesBackNote(office: Asks, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  expect(act).toMatchObject({ kind: 'note.added', refusal: null });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
  expect((await office.ask('dossier.get', { dossier })).notes).toEqual([]);
}

const newestKind = async (office: Asks, dossier: DossierId) =>
  (await office.ask('dossier.history', { dossier })).rows[0]?.kind;

describe('an edit is taken back', () => {
  it('though somebody looked at a number since, and a step of the law is a stop', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-06') });
    const step = await office.ask('dossier.lastAct', { dossier });
    await office.ask('note.add', { dossier, text: '谈话' });
    const [party] = (await office.ask('dossier.get', { dossier })).parties;
    await office.ask('party.reveal', { dossier, party: party?.id ?? '', reason: '核对' });
    expect(await newestKind(office, dossier)).toBe('audit.revealed');
    await takesBackNote(office, dossier);
    expect(await office.ask('dossier.lastAct', { dossier })).toEqual(step);
    expect(step).toMatchObject({ kind: 'dossier.accepted', refusal: 'undo.not-this-kind' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('though its days were counted anew since', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-19' });
    const rule = 'ARB.MED_ORG';
    await office.ask('clock.start', { dossier, ruleId: rule, on: localDate('2026-03-10') });
    await office.ask('note.add', { dossier, text: '谈话' });
    const me = (await office.ask('office.get', {})).me.id;
    const { id } = await office.ask('rule.propose', {
      ...{ rule, from: localDate('2026-03-10'), off: false, amount: 7, unit: 'working-day', roll: 'none' },
      ...{ basis: '本院办公会纪要〔2026〕3号', reason: '与调解组织商定' },
    });
    const second = (await office.ask('person.add', { name: '陆某某', roles: ['head'] })).id as UserId;
    await office.ask('person.actAs', { id: second });
    await office.ask('law.confirm', { id: id as EntryId });
    await office.ask('person.actAs', { id: me });
    expect(await newestKind(office, dossier)).toBe('deadline.recomputed');
    await takesBackNote(office, dossier);
  });

  it('though the partner answered a request of the file since', async () => {
    const offices = await twoOffices();
    const { asks, exchange, clock } = offices;
    const request = (await sentRequest(offices)) as never;
    const dossier = (await asks.ask('request.get', { request })).dossier as DossierId;
    await asks.ask('note.add', { dossier, text: '谈话' });
    await exchange();
    clock.set('2026-03-16T09:02');
    await acceptedThere(offices, request, '2026-03-16');
    await exchange();
    expect(await newestKind(asks, dossier)).toBe('accept');
    await takesBackNote(asks, dossier);
    // Neither the letter's own way through the office is in the way of what was written before it.
    expect(await asks.ask('dossier.lastAct', { dossier })).toMatchObject({ kind: 'dossier.accepted' });
  });
});
