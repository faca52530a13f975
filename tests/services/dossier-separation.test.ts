import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const day = localDate;
const decision = { on: day('2026-03-12'), ground: '请求各不相同', decidedBy: '院负责人', paper: '决定书1号' };

/** An accepted file of two workers and their employer, each worker with a claim. */
async function twoWorkers(accepted = true) {
  const office = await testOffice({ now: '2026-03-17T10:00' });
  const dossier = await receiveOne(office, {
    receivedOn: '2026-03-02',
    parties: [worker('周某甲', 1), worker('周某乙', 2), employer('某某物流')],
    claims: [
      { code: 'wage', amountFen: 100_000 as never },
      { code: 'overtime', amountFen: 200_000 as never },
    ],
    ...{ cause: '工资', summary: '两人分别请求' },
  });
  if (accepted) await office.ask('dossier.accept', { dossier, on: day('2026-03-05') });
  return { office, dossier };
}

const view = (office: TestOffice, dossier: DossierId) => office.ask('dossier.get', { dossier });

async function separation(
  office: TestOffice,
  dossier: DossierId,
  change: Partial<CallInput<'dossier.separate'>> = {},
): Promise<CallInput<'dossier.separate'>> {
  const { parties, claims, revision } = await view(office, dossier);
  const second = parties.find(({ name }) => name === '周某乙')?.id;
  const third = parties.find(({ name }) => name === '某某物流')?.id;
  const claim = claims.find(({ code }) => code === 'overtime')?.id;
  return {
    ...{ dossier, base: revision, goes: [second ?? ''], both: [third ?? ''], claims: [claim ?? ''], under: false },
    ...decision,
    ...change,
  };
}

const names = ({ parties }: Awaited<ReturnType<typeof view>>) => parties.map(({ name }) => name);

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}

describe('parties taken out of a file', () => {
  it('stand in a new one with their claims, received and accepted on the same days, with a number of its own', async () => {
    const { office, dossier } = await twoWorkers();
    const made = await office.ask('dossier.separate', await separation(office, dossier));
    const [old, fresh] = [await view(office, dossier), await view(office, made.id as DossierId)];
    expect(names(old)).toEqual(['周某甲', '某某物流']);
    expect(names(fresh)).toEqual(['周某乙', '某某物流']);
    expect([old.claims.map(({ code }) => code), fresh.claims.map(({ code }) => code)]).toEqual([
      ['wage'],
      ['overtime'],
    ]);
    expect(fresh.claims[0]?.amountFen).toBe(200_000);
    expect(fresh.row).toMatchObject({ receivedOn: old.row.receivedOn, acceptedOn: '2026-03-05', caseNo: made.number });
    expect(made.number).toBe('青劳人仲(2026)办字第2号');
    expect([fresh.row.cause, fresh.summary]).toEqual(['工资', '两人分别请求']);
    const limit = (shown: typeof old) => shown.deadlines.find(({ ruleId }) => ruleId === 'ARB.LIMIT')?.due;
    expect(limit(fresh)).toBe(limit(old));
    expect(old.links).toMatchObject([{ id: made.id, link: 'taken-out' }]);
    expect(fresh.links).toMatchObject([{ id: dossier, link: 'taken-from' }]);
    expect(new Set([...old.parties, ...fresh.parties].map(({ id }) => id)).size).toBe(4);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const headers = office.open.store.db.all<{ header: string }>('SELECT header FROM entry');
    expect(headers.map(({ header }) => header).join('\n')).not.toMatch(/周某|院负责人|请求各不相同/);
    expect((await office.ask('dossier.history', { dossier: made.id as DossierId })).rows[0]?.kind).toBe(
      'dossier.separated',
    );
  });

  it('may be numbered under the file they come out of, and come out of one that is not accepted yet', async () => {
    const { office, dossier } = await twoWorkers();
    const made = await office.ask('dossier.separate', await separation(office, dossier, { under: true }));
    expect(made.number).toBe('青劳人仲(2026)办字第1号-1');
    const early = await twoWorkers(false);
    const received = await early.office.ask('dossier.separate', await separation(early.office, early.dossier));
    expect(received.number).toBe('青收2026-0002');
    expect((await view(early.office, received.id as DossierId)).row.status).toBe('received');
  });

  it('go back with their claims when it is taken back at once, and the number is given again', async () => {
    const { office, dossier } = await twoWorkers();
    const before = await view(office, dossier);
    const made = await office.ask('dossier.separate', await separation(office, dossier));
    expect((await office.ask('dossier.list', { filter: { text: '周某乙' } })).total).toBe(1);
    await undo(office, dossier);
    const after = await view(office, dossier);
    const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(after.parties)).toEqual(byId(before.parties));
    expect(byId(after.claims)).toEqual(byId(before.claims));
    expect([after.links, after.deadlines]).toEqual([before.links, before.deadlines]);
    expect(await office.refusal('dossier.get', { dossier: made.id as DossierId })).toMatchObject({ kind: 'not-found' });
    expect((await office.ask('dossier.list', { filter: { text: '周某乙' } })).rows.map(({ id }) => id)).toEqual([
      dossier,
    ]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const again = await office.ask('dossier.separate', await separation(office, dossier));
    expect(again.number).toBe(made.number);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('stay once somebody worked on the new file or a later number was given', async () => {
    const { office, dossier } = await twoWorkers();
    const made = await office.ask('dossier.separate', await separation(office, dossier));
    const act = await office.ask('dossier.lastAct', { dossier });
    const taken = { dossier, entry: act?.entry ?? '' };
    await receiveOne(office);
    expect(await office.refusal('dossier.undo', taken)).toMatchObject({ code: 'separation.later-numbers' });
    await office.ask('note.add', { dossier: made.id as DossierId, text: '谈话' });
    expect(await office.refusal('dossier.undo', taken)).toMatchObject({ code: 'separation.worked-on' });
    const link = { dossier, other: made.id as DossierId };
    expect(await office.refusal('dossier.unlink', link)).toMatchObject({ code: 'dossier.link-of-separation' });
    expect(names(await view(office, dossier))).toEqual(['周某甲', '某某物流']);
  });

  it('return only by the file they left, never by the new one', async () => {
    const { office, dossier } = await twoWorkers();
    const made = (await office.ask('dossier.separate', await separation(office, dossier))).id as DossierId;
    const act = await office.ask('dossier.lastAct', { dossier: made });
    expect(act).toMatchObject({ kind: 'dossier.separated', refusal: 'separation.undo-there' });
    const there = { dossier: made, entry: act?.entry ?? '' };
    expect(await office.refusal('dossier.undo', there)).toMatchObject({ code: 'separation.undo-there' });
    expect(names(await view(office, made))).toEqual(['周某乙', '某某物流']);
  });

  it('may be very many: every entry stays readable, and all of them return at once', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const many = Array.from({ length: 1990 }, (_, at) => worker(`周样${at}`, at % 1000));
    const dossier = await receiveOne(office, { parties: [...many, employer('某某物流')] });
    const { parties, revision: base } = await view(office, dossier);
    const goes = parties.slice(1, 1990).map(({ id }) => id);
    const both = [parties.at(-1)?.id ?? ''];
    await office.ask('dossier.separate', { dossier, base, goes, both, claims: [], under: false, ...decision });
    expect((await view(office, dossier)).parties.length).toBe(2);
    const started = performance.now();
    await undo(office, dossier);
    // One party after the other took half a minute.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await view(office, dossier)).parties.map(({ id }) => id).toSorted()).toEqual(
      parties.map(({ id }) => id).toSorted(),
    );
    expect((await office.ask('store.verify', {})).problems).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.ask('party.amend', {
      dossier,
      base: (await view(office, dossier)).revision,
      party: goes[0] ?? '',
      phone: '02100000000',
    });
    await undo(office, dossier);
    expect((await view(office, dossier)).parties.find(({ id }) => id === goes[0])?.name).toBe('周样1');
  });

  it('are numbered under an imported number too, and by the office once their branch has ended', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const rows = [
      ['案号', '收件日期', '受理日期', '申请人', '被申请人'],
      ['沪劳仲案(2026)第7号', '2026/3/2', '2026/3/4', '周某甲、周某乙', '某某物流'],
    ];
    const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook(rows));
    const columns = (await office.ask('import.read', { manifest })).columns.map(({ field }) => field);
    await office.ask('import.run', { manifest, side: 'arb', columns, name: '台账.xlsx' });
    const dossier = (await office.ask('dossier.list', {})).rows[0]?.id as DossierId;
    const made = await office.ask('dossier.separate', await separation(office, dossier, { under: true, claims: [] }));
    expect(made.number).toBe('沪劳仲案(2026)第7号-1');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const zhu = { code: '', name: '朱家角派出庭', word: '朱', ended: false };
    const { branches } = await office.ask('office.setBranches', { branches: [zhu], was: [], branch: '' });
    await office.ask('office.setSettings', { arbCaseNumber: '{dist}劳人仲{branch}{open}{year}{close}办字第{seq}号' });
    const parties = [worker('周某甲', 1), worker('周某乙', 2), employer('某某物流')];
    const own = await receiveOne(office, { parties, branch: 'b1' });
    await office.ask('dossier.accept', { dossier: own, on: day('2026-03-16'), branch: 'b1' });
    const ended = branches.map((branch) => ({ ...branch, ended: true }));
    await office.ask('office.setBranches', { branches: ended, was: branches, branch: '' });
    const apart = await office.ask(
      'dossier.separate',
      await separation(office, own, { claims: [], on: day('2026-03-16') }),
    );
    expect(apart.number).toBe('青劳人仲(2026)办字第1号');
  });

  it('are refused where nobody would ask or answer, by whom they are unknown, or without a decision; nothing is written', async () => {
    const { office, dossier } = await twoWorkers();
    const refused = async (change: Partial<CallInput<'dossier.separate'>>) =>
      (await office.refusal('dossier.separate', await separation(office, dossier, change))).code;
    const { parties, claims } = await view(office, dossier);
    const [first = '', second = '', third = ''] = parties.map(({ id }) => id);
    expect(await refused({ goes: [first, second] })).toBe('separation.nobody-stays');
    expect(await refused({ both: [] })).toBe('separation.no-respondent');
    expect(await refused({ goes: [second, third], both: [] })).toBe('separation.no-respondent');
    expect(await refused({ claims: [second] })).toBe('not-found.claim');
    expect(await refused({ on: day('2026-03-18') })).toBe('separation.in-future');
    expect(await refused({ ground: ' ' })).toBe('joining.ground-empty');
    const now = await view(office, dossier);
    expect([now.parties, now.claims]).toEqual([parties, claims]);
    expect((await office.ask('dossier.list', {})).total).toBe(1);
    expect(await receiveNumber(office)).toBe('青收2026-0002');
  });
});

async function receiveNumber(office: TestOffice): Promise<string> {
  return (await view(office, await receiveOne(office))).row.windowNo;
}
