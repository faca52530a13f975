import { describe, expect, it } from 'vitest';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type View = CallOutput<'dossier.get'>;

const view = (office: TestOffice, dossier: DossierId): Promise<View> => office.ask('dossier.get', { dossier });

/** What a file says, whichever way it came to say it: not its revision, nor the ids in their order. */
async function said(office: TestOffice, dossier: DossierId): Promise<unknown> {
  const { revision: _revision, parties, claims, ...rest } = await view(office, dossier);
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return { ...rest, parties: parties.toSorted(byId), claims: claims.toSorted(byId) };
}

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}

async function begun(office: TestOffice): Promise<DossierId> {
  return receiveOne(office, {
    claims: [{ code: 'wage', amountFen: 820_000 as never }],
    summary: '摘要',
    cause: '工资',
  });
}

/** Every act that can be taken back, in one order in which each has something to act on. */
function acts(office: TestOffice, dossier: DossierId): readonly (() => Promise<unknown>)[] {
  const base = async (): Promise<number> => (await view(office, dossier)).revision;
  const party = async (): Promise<string> => (await view(office, dossier)).parties.at(-1)?.id ?? '';
  const claim = async (): Promise<string> => (await view(office, dossier)).claims.at(-1)?.id ?? '';
  return [
    () => office.ask('party.add', { dossier, ...worker('吴某某', 7) }),
    async () => office.ask('party.amend', { dossier, base: await base(), party: await party(), ...worker('吴某', 8) }),
    async () => office.ask('party.remove', { dossier, party: await party() }),
    async () => office.ask('claim.amend', { dossier, base: await base(), claim: await claim(), code: 'overtime' }),
    async () => office.ask('claim.remove', { dossier, claim: await claim() }),
    () => office.ask('claim.add', { dossier, code: 'overtime' }),
    () => office.ask('note.add', { dossier, text: '谈话' }),
    async () => office.ask('dossier.amend', { dossier, base: await base(), cause: '工伤', summary: '' }),
    async () => office.ask('dossier.amend', { dossier, base: await base(), handler: await colleague(office) }),
  ];
}

async function colleague(office: TestOffice): Promise<UserId> {
  return (await office.ask('person.add', { name: '陆某某', roles: ['arbitrator'] })).id as UserId;
}

describe('taking acts back', () => {
  it('restores what each act changed, one after the other, and a rebuild agrees', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await begun(office);
    const stages: unknown[] = [];
    for (const act of acts(office, dossier)) {
      stages.push(await said(office, dossier));
      await act();
      expect(await said(office, dossier)).not.toEqual(stages.at(-1));
    }
    for (const stage of stages.toReversed()) {
      await undo(office, dossier);
      expect(await said(office, dossier)).toEqual(stage);
    }
    expect(await office.ask('dossier.lastAct', { dossier })).toBeNull();
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await office.ask('dossier.history', { dossier })).total).toBe(1 + 2 * stages.length);
  });

  it('finds the file by what it says again', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await begun(office);
    await office.ask('party.add', { dossier, ...worker('仇样英', 7) });
    const found = async (text: string) => (await office.ask('dossier.list', { filter: { text } })).total;
    expect([await found('qyy'), await found('仇样')]).toEqual([1, 1]);
    await undo(office, dossier);
    expect([await found('qyy'), await found('仇样')]).toEqual([0, 0]);
  });

  it('refuses another act than the last, a colleague’s act, and what only a step of the law can put right', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await begun(office);
    await office.ask('note.add', { dossier, text: '一' });
    const first = await office.ask('dossier.lastAct', { dossier });
    await office.ask('note.add', { dossier, text: '二' });
    const stale = { dossier, entry: first?.entry ?? '' };
    expect(await office.refusal('dossier.undo', stale)).toMatchObject({ code: 'undo.not-the-last' });
    const mine = await office.ask('dossier.lastAct', { dossier });
    await office.ask('person.actAs', { id: await colleague(office) });
    expect(await office.ask('dossier.lastAct', { dossier })).toMatchObject({ refusal: 'undo.not-yours' });
    const theirs = { dossier, entry: mine?.entry ?? '' };
    expect(await office.refusal('dossier.undo', theirs)).toMatchObject({ code: 'undo.not-yours' });
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-12') });
    const act = await office.ask('dossier.lastAct', { dossier });
    expect(act).toMatchObject({ refusal: 'undo.not-this-kind' });
    const step = { dossier, entry: act?.entry ?? '' };
    expect(await office.refusal('dossier.undo', step)).toMatchObject({ code: 'undo.not-this-kind' });
    expect((await view(office, dossier)).notes.length).toBe(2);
  });
});
