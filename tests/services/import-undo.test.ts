import { expect, test } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { employer, madeUpCreditCode, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const titles = [
  '案号',
  '收件日期',
  '受理日期',
  '案由',
  '申请人',
  '身份证号',
  '被申请人',
  '信用代码',
  '请求事项',
  '中止日期',
  '中止事由',
  '中止审批人',
  '中止文号',
];

function linesOf(count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, at) => [
    ...[`青劳人仲(2026)办字第${at + 1}号`, '2026/3/2', '2026/3/4', '追索劳动报酬纠纷', `王某${at}`],
    ...[
      madeUpId('310118', '19850312', at),
      `某某第${at % 3}物流(上海)有限公司`,
      madeUpCreditCode('310118', at % 3),
      '工资',
    ],
    ...(at % 2 === 0 ? ['2026/3/9', '47-6', '主任', '中止1号'] : []),
  ]);
}

async function imported(office: TestOffice, count: number) {
  const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook([titles, ...linesOf(count)]));
  const read = await office.ask('import.read', { manifest });
  const setting = { manifest, side: 'arb' as const, columns: read.columns.map(({ field }) => field) };
  const run = await office.ask('import.run', { ...setting, name: '台账.xlsx' });
  return { setting, run };
}

const listed = (office: TestOffice) =>
  office.ask('dossier.list', { filter: { status: 'all', sort: 'number' }, limit: 200 });

/** Every table that is computed from facts and holds this text anywhere. */
function tablesHolding(office: TestOffice, text: string): readonly string[] {
  const { db } = office.open.store;
  const tables = db.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  return tables.flatMap(({ name }) => {
    const rows = db.all<Record<string, unknown>>(`SELECT * FROM "${name}"`);
    return rows.some((row) => Object.values(row).some((value) => String(value).includes(text))) ? [name] : [];
  });
}

test('a whole import is taken back: nothing of its files is left in any table, and their numbers are free', async () => {
  const office = await testOffice();
  const own = await office.ask('dossier.receive', {
    side: 'arb',
    receivedOn: '2026-03-02',
    parties: [worker('王某', 3), employer('某某第0物流(上海)有限公司')],
  });
  const before = new Map(tablesRows(office));
  const { run, setting } = await imported(office, 40);
  const { rows } = await listed(office);
  expect(rows).toHaveLength(41);
  expect(await office.ask('import.list', {})).toMatchObject({
    total: 1,
    rows: [{ state: 'done', here: 40, mayUndo: true, person: '沈书记员' }],
  });
  const undone = await office.ask('import.undo', { import: run.import, reason: '列选错了' });
  expect(undone).toMatchObject({ withdrawn: 40, kept: 0 });
  expect((await listed(office)).rows.map(({ id }) => id)).toEqual([own.id]);
  const gone = rows.find(({ id }) => id !== own.id)?.id ?? '';
  // What stays are the facts themselves, the order they came in, and whose history they are.
  expect(tablesHolding(office, gone).toSorted()).toEqual(['about', 'entry']);
  for (const [table, count] of tablesRows(office)) expect(`${table} ${count}`).toBe(`${table} ${before.get(table)}`);
  expect(await office.ask('dossier.list', { filter: { status: 'all', text: '王某1' } })).toMatchObject({ total: 0 });
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect((await office.ask('store.verify', {})).problems).toEqual([]);
  expect(await office.ask('import.check', setting)).toMatchObject({ good: 40, bad: 0 });
  await office.ask('import.run', { ...setting, name: '台账.xlsx' });
  expect((await listed(office)).total).toBe(41);
});

/** How many rows tables have that say something of files. */
function tablesRows(office: TestOffice): readonly (readonly [string, number])[] {
  const tables = ['dossier', 'dossier_text', 'party', 'party_key', 'claim', 'clock_event', 'deadline', 'dossier_step'];
  return [...tables, 'given_number', 'search_text', 'dossier_key', 'search_index'].map((table) => {
    const sql = `SELECT count(*) AS n FROM ${table === 'search_index' ? 'search_index_docsize' : table}`;
    return [table, office.open.store.db.get<{ n: number }>(sql)?.n ?? -1];
  });
}

test('files somebody worked on stay, and are named before', async () => {
  const office = await testOffice();
  const { run } = await imported(office, 6);
  const { rows } = await listed(office);
  const [noted, linked, other] = rows.map(({ id }) => id as DossierId);
  await office.ask('note.add', { dossier: noted as DossierId, text: '来电' });
  await office.ask('dossier.link', { dossier: linked as DossierId, other: other as DossierId, link: 'related' });
  const worked = await office.ask('import.worked', { import: run.import });
  expect(worked.total).toBe(3);
  expect(new Set(worked.files.map(({ dossier }) => dossier))).toEqual(new Set([noted, linked, other]));
  expect(await office.ask('import.undo', { import: run.import, reason: '重复' })).toMatchObject({
    withdrawn: 3,
    kept: 3,
  });
  expect(new Set((await listed(office)).rows.map(({ id }) => id))).toEqual(new Set([noted, linked, other]));
  expect(await office.ask('import.list', {})).toMatchObject({
    rows: [{ state: 'undone', here: 3, withdrawn: 3, reason: '重复' }],
  });
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
});

test('another person takes it back only as the head of the office', async () => {
  const office = await testOffice();
  const { run } = await imported(office, 2);
  const other = await office.ask('person.add', { name: '陆副', roles: ['clerk'], cardNo: '', phone: '' });
  await office.ask('person.actAs', { id: other.id as never });
  expect((await office.ask('import.list', {})).rows[0]?.mayUndo).toBe(false);
  expect(await office.refusal('import.undo', { import: run.import, reason: '不对' })).toMatchObject({
    code: 'import.not-yours',
  });
  const head = await office.ask('person.add', { name: '陆主任', roles: ['head'], cardNo: '', phone: '' });
  await office.ask('person.actAs', { id: head.id as never });
  expect(await office.ask('import.undo', { import: run.import, reason: '不对' })).toMatchObject({ withdrawn: 2 });
  expect(await office.refusal('import.undo', { import: run.import, reason: '不对' })).toMatchObject({
    code: 'import.nothing-left',
  });
});

test('what does not exist or says no reason is refused', async () => {
  const office = await testOffice();
  const { run } = await imported(office, 1);
  const nothing = '00000000-0000-7000-8000-000000000000';
  expect(await office.refusal('import.undo', { import: nothing, reason: 'a' })).toMatchObject({ kind: 'not-found' });
  expect(await office.refusal('import.worked', { import: nothing })).toMatchObject({ kind: 'not-found' });
  expect(await office.refusal('import.resume', { import: nothing })).toMatchObject({ kind: 'not-found' });
  expect(await office.refusal('import.resume', { import: run.import })).toMatchObject({ code: 'import.not-open' });
  expect(await office.refusal('import.undo', { import: run.import, reason: ' ' })).toMatchObject({
    code: 'import.reason-empty',
  });
});

test('an import that is called off goes on where it stopped', async () => {
  const office = await testOffice();
  const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook([titles, ...linesOf(300)]));
  const read = await office.ask('import.read', { manifest });
  const setting = { manifest, side: 'arb' as const, columns: read.columns.map(({ field }) => field) };
  const going = office.ask('import.run', { ...setting, name: '台账.xlsx' });
  await expect
    .poll(async () => (await office.ask('work.list', {})).some(({ kind, done }) => kind === 'import' && done > 0))
    .toBe(true);
  expect(await office.refusal('import.run', { ...setting, name: '台账.xlsx' })).toMatchObject({
    code: 'import.running',
  });
  await office.ask('work.cancel', { kind: 'import' });
  const stopped = await going;
  expect(stopped.here).toBeGreaterThan(0);
  expect(stopped.left).toBe(300 - stopped.here);
  expect(stopped.left).toBeGreaterThan(0);
  expect(await office.ask('import.list', {})).toMatchObject({
    rows: [{ state: 'open', here: stopped.here, planned: 300 }],
  });
  expect(await office.ask('import.resume', { import: stopped.import })).toMatchObject({ here: 300, left: 0 });
  expect((await listed(office)).total).toBe(300);
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
}, 60_000);
