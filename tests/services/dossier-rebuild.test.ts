import { describe, expect, it } from 'vitest';
import { projectionDigests } from '#electron/store/rebuild.ts';
import { type BodyOwner, eraseBody } from '#electron/store/tables/bodies.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { approval } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { worker } from '#tests/support/made-up-parties.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { unwrap } from '#tests/support/unwrap.ts';

/** Every act of this side once, some of them several times, with a clock that is set back in between. */
async function liveThrough(office: TestOffice): Promise<void> {
  const first = await receiveOne(office, { claims: [{ code: 'wage', amountFen: 820_000 as never }], summary: '摘要' });
  const second = await receiveOne(office, { receivedOn: '2026-03-05' });
  const person = await office.ask('person.add', { name: '陆某某', roles: ['arbitrator'] });
  await office.ask('person.amend', { id: person.id as UserId, name: '陆某', roles: ['head'], active: true });
  await office.ask('person.actAs', { id: person.id as UserId });
  await office.ask('office.amend', { name: '青浦仲裁院', address: '某路', postcode: '', phone: '', uscc: '' });
  await office.ask('office.setSettings', { sealedScanRequired: true, arbCaseNumber: '{dist}案{year}-{seq}' });
  await office.ask('dossier.accept', { dossier: first, on: localDate('2026-03-06'), handler: person.id as UserId });
  const limit = { dossier: first, ruleId: 'ARB.LIMIT', decidedBy: '院负责人', paper: '1号' };
  await office.ask('clock.record', { ...limit, type: 'SUSPEND', on: localDate('2026-03-10'), ground: '47-5' });
  office.setNow('2026-02-01T08:00');
  await office.ask('note.add', { dossier: first, text: '钟拨回去了' });
  office.setNow('2026-04-20T09:00');
  await office.ask('clock.record', { ...limit, type: 'RESUME', on: localDate('2026-04-01') });
  const added = await office.ask('party.add', { dossier: first, ...worker('吴某某', 7) });
  const base = (await office.ask('dossier.get', { dossier: first })).revision;
  await office.ask('party.amend', { dossier: first, base, party: added.id, ...worker('吴某', 7) });
  const [claim] = (await office.ask('dossier.get', { dossier: first })).claims;
  await office.ask('claim.add', { dossier: first, code: 'overtime' });
  await office.ask('claim.amend', { dossier: first, claim: claim?.id ?? '', base, code: 'wage' });
  await office.ask('claim.remove', { dossier: first, claim: claim?.id ?? '' });
  await office.ask('party.reveal', { dossier: first, party: added.id, reason: '核对' });
  await office.ask('party.remove', { dossier: first, party: added.id });
  await office.ask('dossier.amend', {
    dossier: second,
    base: (await office.ask('dossier.get', { dossier: second })).revision,
    cause: '工伤',
    summary: '新摘要',
    handler: person.id as UserId,
  });
  await office.ask('dossier.close', {
    ...approval,
    dossier: second,
    on: localDate('2026-04-20'),
    type: 'arb.rejected',
    note: '告知',
  });
  await office.ask('audit.printed', { what: 'strip', about: '青收2026-0001' });
}

function tables(office: TestOffice): ReadonlyMap<string, readonly string[]> {
  const { db } = office.open.store;
  const rowsOf = (table: string) =>
    db
      .all(`SELECT * FROM ${table}`)
      .map((row) => JSON.stringify(row))
      .toSorted();
  return new Map([...projectionDigests(db).keys()].map((table) => [table, rowsOf(table)]));
}

describe('a rebuild', () => {
  it('gives every row of every projection again, from the facts alone', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    await liveThrough(office);
    const before = tables(office);
    const filled = [
      'dossier',
      'party',
      'claim',
      'note',
      'clock_event',
      'deadline',
      'about',
      'number_series',
      'audit_line',
    ];
    expect(filled.filter((table) => (before.get(table) ?? []).length === 0)).toEqual([]);
    unwrap(
      transaction(office.open.store, (tx) => {
        for (const table of before.keys()) tx.run(`DELETE FROM ${table}`);
        return ok(undefined);
      }),
    );
    office.setNow('2027-01-05T09:00');
    const rebuilt = await office.ask('store.rebuild', {});
    expect(rebuilt).toMatchObject({ same: false });
    expect(tables(office)).toEqual(before);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true, entries: rebuilt.entries });
  });

  it('survives bodies that were erased: history and dates stay, texts are gone', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await receiveOne(office, { summary: '摘要' });
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-06') });
    unwrap(
      transaction(office.open.store, (tx) => {
        const bodies = tx.all<BodyOwner>('SELECT n AS entry, body_hash AS hash FROM entry WHERE body_hash IS NOT NULL');
        for (const body of bodies) eraseBody(tx, body, 's1:test' as EntryId);
        return ok(undefined);
      }),
    );
    await office.ask('store.rebuild', {});
    const row = office.open.store.db.get('SELECT status, window_no, case_no, title, next_due FROM dossier');
    expect(row).toEqual({
      ...{ status: 'accepted', window_no: '青收2026-0001', case_no: '青劳人仲(2026)办字第1号', title: '' },
      next_due: '2026-04-20',
    });
    expect((await office.ask('dossier.history', { dossier })).total).toBe(2);
  });
});
