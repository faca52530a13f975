import { describe, expect, test } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer } from '#tests/support/made-up-parties.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

/** Takes in a ledger of files that bear these case numbers. */
async function imported(office: TestOffice, numbers: readonly string[]) {
  const rows = numbers.map((number, at) => [number, '2026/3/2', '2026/3/4', `王某${at}`, employer('某某厂').name]);
  const table = madeUpWorkbook([['案号', '收件日期', '受理日期', '申请人', '被申请人'], ...rows]);
  const { manifest } = await takeIn(office, '台账.xlsx', table);
  const read = await office.ask('import.read', { manifest });
  const setting = { manifest, side: 'arb' as const, columns: read.columns.map(({ field }) => field) };
  const checked = await office.ask('import.check', setting);
  const run = await office.ask('import.run', { ...setting, name: '台账.xlsx' });
  expect(run).toMatchObject({ here: numbers.length, left: 0 });
  return { run, issues: checked.issues };
}

async function accepted(office: TestOffice, under: DossierId | null = null): Promise<string> {
  const dossier = await receiveOne(office);
  return (await office.ask('dossier.accept', { dossier, on: localDate('2026-03-17'), under })).caseNo;
}

async function idOf(office: TestOffice, caseNo: string): Promise<DossierId> {
  const { rows } = await office.ask('dossier.list', { filter: { status: 'all' }, limit: 200 });
  return rows.find((row) => row.caseNo === caseNo)?.id as DossierId;
}

const old = (seq: number, year = 2026): string => `沪青劳仲案(${year})第${seq}号`;
const own = (seq: number | string): string => `青劳人仲(2026)办字第${seq}号`;
const arbCaseNumber = '沪青劳仲案{open}{year}{close}第{seq}号';

describe('a pattern that is set after a ledger was taken in', () => {
  test('goes on behind the numbers of the ledger it reads, each year for itself', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await imported(office, [old(1), old(2), old(3), old(9, 2025), '另案(2026)第50号']);
    await office.ask('office.setSettings', { arbCaseNumber });
    expect([await accepted(office), await accepted(office)]).toEqual([old(4), old(5)]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await accepted(office)).toBe(old(6));
  });

  test('stays behind them when files its series counts leave again', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await imported(office, [old(1), old(2), old(3)]);
    await office.ask('office.setSettings', { arbCaseNumber });
    const { run } = await imported(office, [old(4), old(5)]);
    expect(await office.ask('import.undo', { import: run.import, reason: '重复' })).toMatchObject({ withdrawn: 2 });
    expect(await accepted(office)).toBe(old(4));
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  test('counts for a branch behind the numbers that bear its word', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await imported(office, ['青朱案(2026)第7号', '青案(2026)第3号']);
    const branches = [{ code: '', name: '朱家角派出庭', word: '朱', ended: false }];
    await office.ask('office.setBranches', { branches, was: [], branch: '' });
    await office.ask('office.setSettings', { arbCaseNumber: '青{branch}案{open}{year}{close}第{seq}号' });
    const preview = async (branch: string) => {
      const asked = { dossier: await receiveOne(office), on: localDate('2026-03-17'), branch, under: null };
      return (await office.ask('dossier.nextNumber', asked)).number;
    };
    expect([await preview('b1'), await preview('')]).toEqual(['青朱案(2026)第8号', '青案(2026)第4号']);
  });
});

describe('a file that came with an import', () => {
  test('stays when another one bears a number under its own', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const { run } = await imported(office, [own(1), own(2)]);
    const lead = await idOf(office, own(1));
    expect(await accepted(office, lead)).toBe(own('1') + '-1');
    expect(await office.ask('import.worked', { import: run.import })).toMatchObject({
      ...{ total: 1, files: [{ dossier: lead }] },
    });
    const undone = await office.ask('import.undo', { import: run.import, reason: '重复' });
    expect(undone).toMatchObject({ withdrawn: 1, kept: 1 });
    expect(await idOf(office, own(1))).toBe(lead);
    expect(await accepted(office)).toBe(own(2));
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  test('leaves with the files of its import under its number, unless somebody worked on one of those', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const { run } = await imported(office, [own(1), `${own(1)}-1`, own(2), `${own(2)}-1`]);
    await office.ask('note.add', { dossier: await idOf(office, `${own(2)}-1`), text: '来电' });
    expect((await office.ask('import.worked', { import: run.import })).total).toBe(2);
    const undone = await office.ask('import.undo', { import: run.import, reason: '重复' });
    expect(undone).toMatchObject({ withdrawn: 2, kept: 2 });
    expect(await idOf(office, own(2))).toBeDefined();
  });
});

describe('a number far behind the others of its series', () => {
  test('is remarked once with what it leaves free, and keeps no file out', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await imported(office, [own(900)]);
    const { issues } = await imported(office, [own(9_999_999), own(10_000_000), own(1900), old(500_000)]);
    const jump = { column: 0, code: 'import.number-jump', bad: false };
    expect(issues).toEqual([{ ...jump, line: 2, facts: { free: 9_998_098 } }]);
  });

  test('is none where the ledger goes on by at most a thousand, or another year is meant', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const { issues } = await imported(office, [own(2001), own(1001), own(1000), '青劳人仲(2025)办字第999号']);
    expect(issues).toEqual([]);
  });
});
