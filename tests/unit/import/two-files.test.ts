import { describe, expect, test } from 'vitest';
import { type Line, plan, simple } from './support/plan-lines.ts';

describe('two files of one table', () => {
  const { caseNo: _, ...unnumbered } = simple;
  const received = { receivedOn: '2026/3/2', applicant: '王某某' };

  test.each<[string, readonly [Line, Line], string]>([
    ['a case number with zeros before it', [simple, { ...simple, caseNo: '青劳人仲(2026)办字第007号' }], 'caseNo'],
    [
      'a window number',
      [
        { ...simple, windowNo: '青收2026-0003' },
        { ...simple, caseNo: '青劳人仲(2026)办字第8号', windowNo: '青收２０２６-0003' },
      ],
      'windowNo',
    ],
    [
      'a number of another form with zeros before it',
      [
        { ...simple, caseNo: '旧-12' },
        { ...simple, caseNo: '旧-0012' },
      ],
      'caseNo',
    ],
    [
      'a window number, one of them not accepted',
      [
        { ...simple, windowNo: '3' },
        { ...received, windowNo: '3' },
      ],
      'windowNo',
    ],
  ])('never bear %s: the later one is told with the line of the first', (_what, lines, field) => {
    const { files, bad, issues, columns } = plan(lines);
    expect(files.map(({ line }) => line)).toEqual([2]);
    expect(bad).toBe(1);
    const column = columns.indexOf(field);
    expect(issues).toEqual([{ line: 3, column, code: 'import.number-twice', bad: true, facts: { line: 2 } }]);
  });

  test('may bear one number as their window and case number, where it is one file', () => {
    expect(plan([{ ...simple, windowNo: simple.caseNo }]).bad).toBe(0);
  });

  test('come in the order of the table, those without a number behind all others', () => {
    const { files } = plan([received, { ...received, windowNo: '青收2026-0001' }, { ...received, windowNo: '9' }]);
    expect(files.map(({ line }) => line)).toEqual([3, 4, 2]);
    expect(plan([{ ...unnumbered, acceptedOn: '' }, simple]).files.map(({ line }) => line)).toEqual([3, 2]);
  });
});
