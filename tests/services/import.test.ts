import { describe, expect, test } from 'vitest';
import type { DossierId, ManifestId } from '#shared/base/ids.ts';
import { employer, madeUpCreditCode, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { type MadeUpCell, madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
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
  '统一社会信用代码',
  '仲裁请求',
  '请求金额',
];

/** A made-up line of the case ledger. */
function lineOf(seq: number, change: Readonly<Record<number, MadeUpCell>> = {}): readonly MadeUpCell[] {
  const cells: MadeUpCell[] = [
    ...[`青劳人仲(2026)办字第${seq}号`, '2026/3/2', { day: 46085 }, '追索劳动报酬纠纷', `王某${seq}`],
    ...[madeUpId('310118', '19850312', seq % 1000), `某某第${seq}物流(上海)有限公司`, madeUpCreditCode('310118', seq)],
    ...['工资', 12_000.5],
  ];
  return cells.map((cell, at) => change[at] ?? cell);
}

const ledger = (...lines: readonly (readonly MadeUpCell[])[]): Uint8Array =>
  madeUpWorkbook([['2026年案件台账'], titles, ...lines]);

async function uploaded(office: TestOffice, bytes: Uint8Array, name = '台账.xlsx'): Promise<ManifestId> {
  return (await takeIn(office, name, bytes)).manifest;
}

/** A table as its columns are proposed. */
async function proposed(office: TestOffice, manifest: ManifestId) {
  const read = await office.ask('import.read', { manifest });
  return { manifest, side: 'arb' as const, columns: read.columns.map(({ field }) => field) };
}

/** The files here, the lowest number first. */
async function listed(office: TestOffice) {
  const { total, rows } = await office.ask('dossier.list', { filter: { status: 'all', sort: 'number' }, limit: 200 });
  return { total, rows: rows.toReversed() };
}

describe('a table', () => {
  test('is shown with its columns, what they hold and what is known of them', async () => {
    const office = await testOffice();
    const read = await office.ask('import.read', { manifest: await uploaded(office, ledger(lineOf(1), lineOf(2))) });
    expect(read).toMatchObject({ kind: 'xlsx', head: 2, lines: 2, sheets: ['台账'], remembered: false, formulas: 0 });
    expect(read.columns.map(({ field }) => field)).toEqual([
      ...['caseNo', 'receivedOn', 'acceptedOn', 'cause', 'applicant', 'applicantId', 'respondent', 'respondentCode'],
      ...['claim', 'claimAmount'],
    ]);
    expect(read.columns[4]?.samples).toEqual(['王某1', '王某2']);
    // Numbers of papers are not shown in full to whoever only chooses columns.
    expect(read.columns[5]?.samples[0]).toMatch(/^310\*{13}[\dX]{2}$/);
  });

  test.each<[string, Uint8Array, string]>([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'import.not-a-table'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'import.old-workbook'],
    ['a package that is none', Buffer.from('PK\u0003\u0004 and nothing behind it'), 'import.damaged'],
    ['quotes that never close', Buffer.from('案号,申请人\n"1,王某\n2,李某\n'), 'import.quotes-open'],
    ['blanks alone', Buffer.from(' \n \n'), 'import.empty'],
  ])('that is %s is refused', async (_what, bytes, code) => {
    const office = await testOffice();
    const failure = await office.refusal('import.read', { manifest: await uploaded(office, bytes, '台账.csv') });
    expect(failure).toMatchObject({ kind: 'refused', code });
  });

  test('in the national character set is read as one in UTF-8, and the choice is a person’s', async () => {
    const office = await testOffice();
    // 案号,申请人 / 1,王某 in GB18030.
    const bytes = Buffer.from('b0b8bac52cc9eac7ebc8cb0a312ccdf5c4b30a', 'hex');
    const manifest = await uploaded(office, bytes, '台账.csv');
    expect(await office.ask('import.read', { manifest })).toMatchObject({ charset: 'gb18030', lines: 1, replaced: 0 });
    const wrong = await office.ask('import.read', { manifest, charset: 'utf-8' });
    expect(wrong).toMatchObject({ charset: 'utf-8' });
    expect(wrong.replaced).toBeGreaterThan(0);
  });
});

describe('what an import would come to', () => {
  test('is told by line and column, and nothing is written', async () => {
    const office = await testOffice();
    const manifest = await uploaded(
      office,
      ledger(lineOf(1), lineOf(2, { 2: '2026/3/1' }), lineOf(3, { 1: '3/2/2026' })),
    );
    const before = office.open.store.db.get('SELECT total_changes() AS n');
    const checked = await office.ask('import.check', await proposed(office, manifest));
    expect(office.open.store.db.get('SELECT total_changes() AS n')).toEqual(before);
    expect(checked).toMatchObject({ good: 1, bad: 2 });
    expect(checked.issues.filter(({ bad }) => bad)).toMatchObject([
      { line: 4, column: 2, code: 'dossier.accept-before-receipt' },
      { line: 5, column: 1, code: 'import.date-ambiguous' },
      { line: 5, code: 'import.received-missing' },
    ]);
  });

  test('names numbers another file bears, in whatever brackets, and people who stand on a file here', async () => {
    const office = await testOffice();
    const parties = [worker('王某9', 9), employer('某某第9物流(上海)有限公司', 9)];
    const { id } = await office.ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
    await office.ask('dossier.accept', { dossier: id as DossierId, on: '2026-03-03' as never });
    const manifest = await uploaded(
      office,
      ledger(lineOf(9, { 0: '青劳人仲〔2026〕办字第1号' }), lineOf(9, { 0: '青劳人仲(2026)办字第99号' })),
    );
    const checked = await office.ask('import.check', await proposed(office, manifest));
    expect(checked.issues).toMatchObject([
      { line: 3, column: 0, code: 'import.number-taken', bad: true },
      { line: 4, code: 'import.known-here', bad: false },
    ]);
  });
});

describe('an import', () => {
  test('brings its good files with numbers, parties, claims and clocks, and the series goes on behind them', async () => {
    const office = await testOffice();
    const manifest = await uploaded(office, ledger(lineOf(7), lineOf(8, { 2: '2026/3/1' }), lineOf(12)));
    const setting = await proposed(office, manifest);
    expect(await office.ask('import.run', { ...setting, name: '台账.xlsx' })).toMatchObject({
      here: 2,
      planned: 2,
      left: 0,
    });
    const { rows } = await listed(office);
    expect(rows.map(({ caseNo, status }) => `${caseNo} ${status}`)).toEqual([
      '青劳人仲(2026)办字第7号 accepted',
      '青劳人仲(2026)办字第12号 accepted',
    ]);
    expect(rows[0]).toMatchObject({ receivedOn: '2026-03-02', acceptedOn: '2026-03-04', next: { due: '2026-04-20' } });
    const view = await office.ask('dossier.get', { dossier: rows[0]?.id as DossierId });
    expect(view.claims).toMatchObject([{ code: 'wage', amountFen: 1_200_050 }]);
    expect(view.parties.map(({ role }) => role)).toEqual(['applicant', 'respondent']);
    const next = await office.ask('dossier.receive', {
      side: 'arb',
      receivedOn: '2026-03-05',
      parties: [worker('李某'), employer('某某厂')],
    });
    const accepted = await office.ask('dossier.accept', { dossier: next.id as DossierId, on: '2026-03-06' as never });
    expect(accepted.caseNo).toBe('青劳人仲(2026)办字第13号');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await office.ask('import.read', { manifest })).remembered).toBe(true);
  });

  test('again brings nothing twice', async () => {
    const office = await testOffice();
    const setting = await proposed(office, await uploaded(office, ledger(lineOf(7), lineOf(8))));
    await office.ask('import.run', { ...setting, name: '台账.xlsx' });
    expect(await office.ask('import.check', setting)).toMatchObject({ good: 0, bad: 2 });
    // It came to its end, and says which lines it left out and why.
    expect(await office.ask('import.run', { ...setting, name: '台账.xlsx' })).toMatchObject({
      ...{ here: 0, planned: 2, left: 2, whole: true, stopped: null },
      out: [3, 4].map((line) => ({ line, column: 0, code: 'import.number-taken', bad: true })),
    });
    expect((await listed(office)).total).toBe(2);
  });

  test('takes in every file it says is good: lines that bear one number are told, one without a number gets a free one', async () => {
    const office = await testOffice();
    const own = ['收件号', '案号', '收件日期', '受理日期', '申请人'];
    const rows = [
      [null, null, '2026/3/2', null, '赵某'],
      ['青收2026-0001', null, '2026/3/2', null, '钱某'],
      [null, '青劳人仲(2026)办字第7号', '2026/3/2', '2026/3/4', '孙某'],
      [null, '青劳人仲(2026)办字第007号', '2026/3/2', '2026/3/4', '李某'],
    ];
    const setting = await proposed(office, await uploaded(office, madeUpWorkbook([own, ...rows])));
    const checked = await office.ask('import.check', setting);
    expect(checked).toMatchObject({ good: 3, bad: 1 });
    expect(checked.issues).toMatchObject([{ line: 5, column: 1, code: 'import.number-twice', facts: { line: 4 } }]);
    expect(await office.ask('import.run', { ...setting, name: '台账.xlsx' })).toMatchObject({
      ...{ here: 3, planned: 3, left: 0, whole: true, out: [] },
    });
    const numbers = (await listed(office)).rows.map(({ caseNo, windowNo }) => caseNo ?? windowNo);
    expect(numbers.toSorted()).toEqual(['青劳人仲(2026)办字第7号', '青收2026-0001', '青收2026-0002']);
  });

  test('leaves out a file without a number where the template would write one that is borne', async () => {
    const office = await testOffice();
    const windowNo = '青收2026-0001';
    // A case number of a ledger, written as the window will write its first one.
    const ledgerRows = [
      ['案号', '收件日期', '受理日期', '申请人'],
      [windowNo, '2026/3/2', '2026/3/4', '李某'],
    ];
    const first = await proposed(office, await uploaded(office, madeUpWorkbook(ledgerRows)));
    await office.ask('import.run', { ...first, name: '台账.xlsx' });
    const rows = [
      ['收件日期', '申请人'],
      ['2026/3/2', '赵某'],
      ['2026/3/2', '钱某'],
    ];
    const setting = await proposed(office, await uploaded(office, madeUpWorkbook(rows)));
    const facts = { number: windowNo };
    expect((await office.ask('import.check', setting)).issues[0]).toMatchObject({
      code: 'import.next-number-taken',
      facts,
    });
  });

  test('with suspension and extension leaves the clock where those put it', async () => {
    const office = await testOffice();
    const more = [
      '中止日期',
      '中止事由',
      '中止审批人',
      '中止文号',
      '恢复日期',
      '延期日期',
      '延期天数',
      '延期审批人',
      '延期文号',
    ];
    const acts = ['2026/3/9', '工伤认定', '主任', '中止1号', '2026/3/12', '2026/3/13', '15', '主任', '延期1号'];
    const manifest = await uploaded(office, madeUpWorkbook([[...titles, ...more], [...lineOf(1), ...acts], lineOf(2)]));
    const setting = await proposed(office, manifest);
    expect((await office.ask('import.check', setting)).issues).toEqual([]);
    await office.ask('import.run', { ...setting, name: '台账.xlsx' });
    const [suspended, plain] = (await listed(office)).rows;
    // 3 days of suspension and 15 of extension behind 2026-04-18, which falls on a Saturday and rolls to the 20th.
    expect(plain?.next?.due).toBe('2026-04-20');
    expect(suspended?.next?.due).toBe('2026-05-06');
    const life = (await office.ask('dossier.get', { dossier: suspended?.id as DossierId })).life;
    expect(life.asides.map(({ aside }) => aside)).toEqual(['EXTENDED']);
  });

  test('longer than the law allows is refused by its line', async () => {
    const office = await testOffice();
    const more = ['延期日期', '延期天数', '延期审批人', '延期文号'];
    const manifest = await uploaded(
      office,
      madeUpWorkbook([
        [...titles, ...more],
        [...lineOf(1), '2026/3/13', '90', '主任', '延期1号'],
      ]),
    );
    const checked = await office.ask('import.check', await proposed(office, manifest));
    expect(checked).toMatchObject({ good: 0, bad: 1, issues: [{ line: 2, code: 'clock.extend-beyond', bad: true }] });
  });

  test('with formulas and merged blocks uses their values and tells of them', async () => {
    const office = await testOffice();
    const two = lineOf(1, { 4: '李某某' }).map((cell, at) => (at === 0 ? null : cell));
    const rows = [
      titles,
      lineOf(1, { 9: { formula: 'A1*2', result: 500 } }),
      two,
      lineOf(3, { 9: { formula: 'A1*2' } }),
    ];
    const manifest = await uploaded(office, madeUpWorkbook(rows, { merged: ['A2:A3'] }));
    expect(await office.ask('import.read', { manifest })).toMatchObject({ formulas: 2, merged: 1 });
    const setting = await proposed(office, manifest);
    const checked = await office.ask('import.check', setting);
    expect(checked.issues).toMatchObject([{ line: 4, column: 9, code: 'import.formula-without-value' }]);
    await office.ask('import.run', { ...setting, name: '台账.xlsx' });
    const [row] = (await listed(office)).rows;
    const view = await office.ask('dossier.get', { dossier: row?.id as DossierId });
    expect(view.parties.filter(({ role }) => role === 'applicant').map(({ name }) => name)).toEqual([
      '王某1',
      '李某某',
    ]);
    expect(view.claims[0]?.amountFen).toBe(50_000);
  });

  test('refuses columns that say the same, none at all, and a field nobody knows', async () => {
    const office = await testOffice();
    const setting = await proposed(office, await uploaded(office, ledger(lineOf(1))));
    const run = (columns: readonly string[]) =>
      office.refusal('import.run', { ...setting, columns: [...columns], name: 'a' });
    expect(await run(['caseNo', 'caseNo'])).toMatchObject({ code: 'import.field-twice', field: 'columns.1' });
    expect(await run(['', ''])).toMatchObject({ code: 'import.no-columns' });
    expect(await run(['salary'])).toMatchObject({ code: 'import.field-unknown' });
    expect(await run(['', 'acceptedOn'])).toMatchObject({ code: 'import.nothing-good' });
  });
});
