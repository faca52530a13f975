import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { madeUpId } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

/** A file two windows have been opened on. */
async function openedTwice() {
  const office = await testOffice({ now: '2026-03-17T10:00' });
  const wage = { code: 'wage', amountFen: 100_000 as Fen, from: localDate('2025-10-01'), to: localDate('2025-12-31') };
  const dossier = await receiveOne(office, { claims: [wage], summary: '收件时的摘要' });
  const view = await office.ask('dossier.get', { dossier });
  const [party, claim] = [view.parties[0]?.id ?? '', view.claims[0]?.id ?? ''];
  return { office, dossier, base: view.revision, party, claim };
}

async function factsOf(office: TestOffice, dossier: DossierId): Promise<number> {
  return (await office.ask('dossier.history', { dossier })).total;
}

describe('two windows over one description', () => {
  it.each([
    ['甲先', '甲写的案由', '乙写的案由'],
    ['乙先', '乙写的案由', '甲写的案由'],
  ])('the later is told what is stored now and nothing is written (%s)', async (_order, first, second) => {
    const { office, dossier, base } = await openedTwice();
    await office.ask('dossier.amend', { dossier, base, cause: first, summary: '另一窗口的摘要' });
    office.setNow('2026-03-17T10:05');
    const before = await factsOf(office, dossier);
    const refusal = await office.refusal('dossier.amend', { dossier, base, cause: second });
    const now = await office.ask('dossier.get', { dossier });
    expect(refusal).toEqual({
      ...{ kind: 'conflict', code: 'conflict.changed-meanwhile' },
      conflict: {
        ...{ revision: now.revision, fields: ['cause'], stored: { cause: first, summary: '另一窗口的摘要' } },
        ...{ by: '沈书记员', at: '2026-03-17T10:00' },
      },
    });
    expect(now.row.cause).toBe(first);
    expect(await factsOf(office, dossier)).toBe(before);
    await office.ask('dossier.amend', { dossier, base: refusal.conflict?.revision ?? 0, cause: second });
    expect(await office.ask('dossier.get', { dossier })).toMatchObject({
      ...{ row: { cause: second }, summary: '另一窗口的摘要' },
    });
  });

  it('that changed different fields are both kept, and the same change twice is one fact', async () => {
    const { office, dossier, base } = await openedTwice();
    await office.ask('dossier.amend', { dossier, base, cause: '同一案由' });
    await office.ask('dossier.amend', { dossier, base, summary: '乙的摘要' });
    const before = await factsOf(office, dossier);
    await office.ask('dossier.amend', { dossier, base, cause: '同一案由' });
    expect(await factsOf(office, dossier)).toBe(before);
    const now = await office.ask('dossier.get', { dossier });
    expect([now.row.cause, now.summary]).toEqual(['同一案由', '乙的摘要']);
  });

  it('a handler named on acceptance is not silently replaced', async () => {
    const { office, dossier, base } = await openedTwice();
    const other = await office.ask('person.add', { name: '陆某某', roles: ['arbitrator'] });
    const me = (await office.ask('office.get', {})).me.id;
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-17'), handler: other.id as typeof me });
    const refusal = await office.refusal('dossier.amend', { dossier, base, handler: me });
    expect(refusal.conflict).toMatchObject({ fields: ['handler'], stored: { handler: other.id } });
  });
});

describe('two windows over one party', () => {
  it('merge what each changed; a number both changed is told by its mask alone', async () => {
    const { office, dossier, base, party } = await openedTwice();
    const theirs = madeUpId('310118', '19900101', 3);
    await office.ask('party.amend', { dossier, base, party, idNo: theirs, address: '新地址' });
    await office.ask('party.amend', { dossier, base, party, phone: '13900000000' });
    expect(await office.ask('party.reveal', { dossier, party, reason: '核对' })).toMatchObject({
      ...{ idNo: theirs, phone: '13900000000' },
    });
    const mine = madeUpId('310118', '19910202', 4);
    const refusal = await office.refusal('party.amend', { dossier, base, party, idNo: mine, name: '改名' });
    expect(refusal.conflict).toMatchObject({
      fields: ['idNo'],
      stored: { idNo: `310***********${theirs.slice(14)}`, address: '新地址', phone: '139****0000' },
    });
    expect(JSON.stringify(refusal)).not.toContain(theirs);
    expect((await office.ask('dossier.get', { dossier })).parties[0]).toMatchObject({ name: '周某某' });
    // The same number, typed with spaces, is the same change and no conflict.
    const spaced = `${theirs.slice(0, 6)} ${theirs.slice(6)}`;
    await office.ask('party.amend', { dossier, base, party, idNo: spaced, name: '改名' });
    expect((await office.ask('dossier.get', { dossier })).parties[0]).toMatchObject({
      name: '改名',
      address: '新地址',
    });
  });

  it('record only the fields that changed, and the tables stay the same after a rebuild', async () => {
    const { office, dossier, base, party } = await openedTwice();
    await office.ask('party.amend', { dossier, base, party, name: '周某某', address: '新地址' });
    const { db } = office.open.store;
    const body = db.get<{ text: string }>('SELECT text FROM body ORDER BY entry DESC LIMIT 1')?.text ?? '';
    expect(body).toContain('新地址');
    expect(body).not.toContain('周某某');
    expect(body).not.toContain('idNo');
    const before = await office.ask('dossier.get', { dossier });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await office.ask('dossier.get', { dossier })).toEqual(before);
  });

  it('a party taken off meanwhile is told as gone', async () => {
    const { office, dossier, base, party } = await openedTwice();
    await office.ask('party.remove', { dossier, party });
    const refusal = await office.refusal('party.amend', { dossier, base, party, name: '改名' });
    expect(refusal).toEqual({ kind: 'not-found', code: 'not-found.party' });
  });
});

describe('two windows over one claim', () => {
  it('merge different fields and hold back what both changed', async () => {
    const { office, dossier, base, claim } = await openedTwice();
    await office.ask('claim.amend', { dossier, base, claim, amountFen: 200_000 as Fen });
    await office.ask('claim.amend', { dossier, base, claim, basis: '按月工资' });
    const refusal = await office.refusal('claim.amend', { dossier, base, claim, amountFen: null });
    expect(refusal.conflict).toMatchObject({
      ...{ fields: ['amountFen'], stored: { amountFen: 200_000, basis: '按月工资' } },
    });
    expect((await office.ask('dossier.get', { dossier })).claims[0]).toMatchObject({
      ...{ code: 'wage', amountFen: 200_000, from: '2025-10-01', to: '2025-12-31', basis: '按月工资' },
    });
  });
});
