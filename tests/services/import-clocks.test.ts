import { describe, expect, test } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { type MadeUpCell, madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const titles = [
  ...['案号', '收件日期', '受理日期', '案由', '申请人', '被申请人'],
  ...['重新计算日期', '重新计算事由', '重新计算审批人', '重新计算文号'],
  ...['扣除开始日期', '扣除事由', '扣除审批人', '扣除文号', '扣除结束日期'],
];

/** A made-up line of the ledger; `clocks` are its last nine cells. */
function lineOf(seq: number, clocks: readonly MadeUpCell[]): readonly MadeUpCell[] {
  const file = ['2026/3/2', '2026/3/4', '追索劳动报酬纠纷', `王某${seq}`, `某某第${seq}物流(上海)有限公司`];
  return [`青劳人仲(2026)办字第${seq}号`, ...file, ...clocks];
}

const none = ['', '', '', ''];

async function checked(office: TestOffice, lines: readonly (readonly MadeUpCell[])[]) {
  const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook([titles, ...lines]));
  const { columns } = await office.ask('import.read', { manifest });
  const setting = { manifest, side: 'arb' as const, columns: columns.map(({ field }) => field) };
  return { setting, ...(await office.ask('import.check', setting)) };
}

describe('clock events of an import', () => {
  test('are taken with who decided and on which paper, periods left out among them', async () => {
    const office = await testOffice({ now: '2026-03-20T10:00' });
    const { setting, bad } = await checked(office, [
      lineOf(7, [...none, '2026/3/9', '公告', '', '公告1号', '2026/3/12']),
      lineOf(8, ['2026/3/16', '变更仲裁请求', '主任', '变1号', '', '', '', '', '']),
    ]);
    expect(bad).toBe(0);
    await office.ask('import.run', { ...setting, name: '台账.xlsx' });
    const { rows } = await office.ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
    const limitOf = async (seq: number) => {
      const file = rows.find(({ caseNo }) => caseNo === `青劳人仲(2026)办字第${seq}号`)?.id ?? '';
      const { limits } = await office.ask('deadline.file', { dossier: file as DossierId });
      return limits.find(({ brief }) => brief.ruleId === 'ARB.LIMIT');
    };
    const notice = await limitOf(7);
    expect(notice?.events.slice(1)).toMatchObject([
      { type: 'EXCLUDE_BEGIN', on: '2026-03-09', ground: '46-6-notice', paper: '公告1号' },
      { type: 'EXCLUDE_END', on: '2026-03-12' },
    ]);
    // 45 days from 2026-03-04 end on 2026-04-18, three days left out on the 21st.
    expect(notice?.deadline.legal).toBe('2026-04-21');
    const anew = await limitOf(8);
    expect(anew?.events[1]).toMatchObject({ type: 'RESTART', ground: '46-3', decidedBy: '主任', paper: '变1号' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  test('that do not count here are told by their own line and column', async () => {
    const office = await testOffice({ now: '2026-03-20T10:00' });
    const { bad, issues } = await checked(office, [
      lineOf(7, [...none, '', '', '', '', '']),
      lineOf(7, [...none, '2026/3/9', '委托调查', '', '', '']),
      lineOf(8, [...none, '', '', '', '', '2026/3/12']),
      lineOf(9, [...none, '2026/3/9', '请假', '', '', '']),
      lineOf(10, ['2026/3/9', '请假', '', '', '', '', '', '', '']),
    ]);
    expect(bad).toBe(4);
    // Shanghai does not leave out the time of a commission; only Zhejiang does.
    expect(issues.filter((issue) => issue.bad)).toMatchObject([
      { line: 3, column: 10, code: 'clock.not-excluded-here' },
      { line: 4, column: 14, code: 'clock.exclusion-without-begin' },
      { line: 5, column: 11, code: 'import.ground-unknown' },
      { line: 6, column: 7, code: 'import.ground-unknown' },
    ]);
  });

  test('of Zhejiang are left out where its office takes the ledger', async () => {
    const office = await testOffice({ now: '2026-03-20T10:00', region: '330106' });
    const { bad } = await checked(office, [lineOf(7, [...none, '2026/3/9', '委托调查', '', '', '2026/3/12'])]);
    expect(bad).toBe(0);
  });
});
