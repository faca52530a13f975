import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeColumns, titlesText } from '#shared/domain/import/column-proposal.ts';
import { importFields } from '#shared/domain/import/import-field.ts';
import { keptIssues } from '#shared/domain/import/issue.ts';
import { groundNamed } from '#shared/domain/import/read-acts.ts';
import { madeUpId } from '#tests/support/made-up-parties.ts';
import { type Line, plan, simple } from './support/plan-lines.ts';

describe('a line', () => {
  test('becomes a file with its parties, claim and person in charge', () => {
    const { files, bad } = plan([
      {
        ...simple,
        ...{
          applicantId: madeUpId('310118', '19850312', 1),
          handler: '沈 书记员',
          claim: '工资',
          claimAmount: '12000',
        },
      },
    ]);
    expect(bad).toBe(0);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      ...{ line: 2, side: 'arb', receivedOn: '2026-03-02', caseNo: simple.caseNo, handler: 'p1', channel: 'window' },
      claims: [{ code: 'wage', amountFen: 1_200_000 }],
      acts: [
        { kind: 'accept', on: '2026-03-04', clocks: [{ rule: 'ARB.ACCEPT' }, { rule: 'ARB.LIMIT', type: 'START' }] },
      ],
    });
    expect(files[0]?.parties.map(({ role, type }) => `${role} ${type}`)).toEqual([
      'applicant person',
      'respondent unit',
    ]);
  });

  test.each<[string, Line, string]>([
    ['accepted before it was received', { ...simple, acceptedOn: '2026/3/1' }, '2 dossier.accept-before-receipt'],
    ['received tomorrow', { ...simple, receivedOn: '2026/3/18', acceptedOn: '2026/3/19' }, '2 dossier.in-future'],
    [
      'without a day of receipt',
      { caseNo: '1', acceptedOn: '2026/3/4', applicant: '王某某' },
      '2 import.received-missing',
    ],
    [
      'accepted without a number',
      { receivedOn: '2026/3/2', acceptedOn: '2026/3/4', applicant: '王某某' },
      '2 import.case-number-missing',
    ],
    ['without a party', { caseNo: '1', receivedOn: '2026/3/2', acceptedOn: '2026/3/4' }, '2 import.no-party'],
    ['closed long ago', { ...simple, closedOn: '2026/3/9' }, '2 import.closed-file'],
    ['in charge of a stranger', { ...simple, handler: '陌生人' }, '2 import.handler-unknown'],
    ['of no side', { ...simple, side: '行政复议' }, '2 import.side-unknown'],
    [
      'suspended on no ground of the law',
      { ...simple, suspendedOn: '2026/3/9', suspendGround: '出差' },
      '2 import.ground-unknown',
    ],
    [
      'suspended by nobody',
      { ...simple, suspendedOn: '2026/3/9', suspendGround: '工伤认定' },
      '2 step.decider-missing',
    ],
    ['resumed and never suspended', { ...simple, resumedOn: '2026/3/9' }, '2 step.not-open'],
    ['with a day that can be read two ways', { ...simple, receivedOn: '3/2/2026' }, '2 import.date-ambiguous'],
  ])('%s is told and not taken in', (_what, line, code) => {
    const { files, bad, codes } = plan([line]);
    expect({ files: files.length, bad }).toEqual({ files: 0, bad: 1 });
    expect(codes).toContain(code);
  });

  test.each<[string, string, string]>([
    ['an identity number', 'caseNo', madeUpId('310118', '19850312', 1)],
    ['an identity number in wide digits', 'caseNo', '３１０１１８１９８５０３１２００１１'],
    ['an old identity number', 'windowNo', '310118850312001'],
    ['a telephone', 'windowNo', '青收 138-0000-0021'],
    ['an identity number', 'cause', `工资 ${madeUpId('310118', '19850312', 1)}`],
  ])('with %s as its %s is told and not taken in: neither is ever erased or masked', (_what, field, text) => {
    const { files, issues, columns } = plan([{ ...simple, [field]: text }]);
    expect(files).toEqual([]);
    expect(issues.filter(({ bad }) => bad)).toMatchObject([
      { column: columns.indexOf(field), code: 'import.number-of-a-person' },
    ]);
  });

  test('with a telephone behind a name is taken in with a doubt', () => {
    const { files, codes } = plan([{ ...simple, applicant: '王某某13800000021' }]);
    expect(files).toHaveLength(1);
    expect(codes).toEqual(['2 import.number-of-a-person']);
  });

  test('with a plain number where a day belongs is taken in with a doubt about its cell', () => {
    const { files, issues, columns } = plan([{ ...simple, receivedOn: 45_000 }]);
    expect(files).toMatchObject([{ receivedOn: '2023-03-15' }]);
    const column = columns.indexOf('receivedOn');
    expect(issues).toEqual([{ line: 2, column, code: 'import.date-from-number', bad: false }]);
  });

  test.each(['青劳人仲(2026)办字第7号', '沪青劳监〔2026〕第20260302001号', '2026-0302-17', '91310118MA1JXXXX0Q'])(
    'with the number %s is taken in',
    (caseNo) => {
      expect(plan([{ ...simple, caseNo }]).files).toMatchObject([{ caseNo }]);
    },
  );

  test('names the column a fault stands in', () => {
    const { issues, columns } = plan([{ ...simple, acceptedOn: '某日' }]);
    expect(issues.find(({ bad }) => bad)?.column).toBe(columns.indexOf('acceptedOn'));
  });

  test('with an old number of 15 digits is taken in with a doubt', () => {
    const { files, codes } = plan([{ ...simple, applicantId: '310118850312001' }]);
    expect(files[0]?.parties[0]?.idNo).toBe('310118850312001');
    expect(codes).toContain('2 id.old-form');
  });

  test('with a claim in words keeps the words', () => {
    const { files, codes } = plan([{ ...simple, claim: '返还培训费' }]);
    expect(files[0]?.claims[0]).toMatchObject({ code: 'other-claim', basis: '返还培训费' });
    expect(codes).toContain('2 import.claim-in-words');
  });
});

describe('the clocks of a file', () => {
  const suspended = { suspendedOn: '2026/3/9', suspendGround: '工伤认定', suspendBy: '主任', suspendPaper: '中止1号' };

  test('come with suspension, resumption, extension and counting anew in the order of their days', () => {
    const extended = { extendedOn: '2026/3/13', extendDays: '15天', extendBy: '主任', extendPaper: '延期1号' };
    const anew = {
      restartedOn: '2026/3/16',
      restartGround: '增加、变更仲裁请求',
      restartBy: '主任',
      restartPaper: '变1号',
    };
    const { files, codes } = plan([{ ...simple, ...suspended, resumedOn: '2026/3/12', ...extended, ...anew }]);
    expect(codes).toEqual([]);
    expect(files[0]?.acts.map((act) => (act.kind === 'step' ? act.step.code : act.kind))).toEqual([
      ...['accept', 'arb.suspend', 'arb.resume', 'arb.extend', 'clock'],
    ]);
    expect(files[0]?.acts[1]).toMatchObject({
      step: { ground: '47-6' },
      clocks: [{ type: 'SUSPEND', ground: '47-6' }],
    });
    expect(files[0]?.acts[4]).toMatchObject({
      rule: 'ARB.LIMIT',
      event: { type: 'RESTART', ground: '46-3', decidedBy: '主任', paper: '变1号' },
    });
  });

  test('come with periods left out, begun and ended on one line or on two', () => {
    const notice = { excludedOn: '2026/3/9', excludeGround: '公告', excludePaper: '公告1号' };
    const { files, codes } = plan([
      { ...simple, ...notice },
      { ...simple, excludedUntil: '2026/3/12' },
    ]);
    expect(codes).toEqual([]);
    expect(files[0]?.acts.slice(1)).toMatchObject([
      { on: '2026-03-09', line: 2, event: { type: 'EXCLUDE_BEGIN', ground: '46-6-notice', paper: '公告1号' } },
      { on: '2026-03-12', line: 3, event: { type: 'EXCLUDE_END' } },
    ]);
    expect(plan([{ ...simple, ...notice, excludeGround: '请假' }]).codes).toEqual(['2 import.ground-unknown']);
  });

  test('of several lines are those of one file', () => {
    const again = {
      ...simple,
      suspendedOn: '2026/3/15',
      suspendGround: '47-5',
      suspendBy: '主任',
      suspendPaper: '中止2号',
    };
    const { files, bad } = plan([{ ...simple, ...suspended, resumedOn: '2026/3/12' }, again]);
    expect(bad).toBe(0);
    expect(files).toHaveLength(1);
    expect(files[0]?.acts).toHaveLength(4);
  });

  test('name a ground by words that fit one alone', () => {
    expect(groundNamed('等待另案结果', 'suspend')).toBe('47-5');
    expect(groundNamed('等待', 'suspend')).toBeUndefined();
    expect(groundNamed('46-3', 'suspend')).toBeUndefined();
  });
});

describe('several lines of one number', () => {
  test('are one file with everybody once, however brackets and width are written', () => {
    const { files } = plan([
      { ...simple, applicant: '王某某' },
      { ...simple, caseNo: '青劳人仲〔２０２６〕办字第7号', applicant: '李某某' },
      { ...simple, caseNo: '青劳人仲(2026)办字第8号', applicant: '赵某某、钱某某' },
    ]);
    expect(files.map(({ lines }) => lines)).toEqual([2, 1]);
    expect(files[0]?.parties.map(({ name }) => name)).toEqual(['王某某', simple.respondent, '李某某']);
    expect(files[1]?.parties).toHaveLength(3);
  });

  test('that say different things of the file are told', () => {
    const { files, codes } = plan([simple, { ...simple, receivedOn: '2026/3/1', applicant: '李某某' }]);
    expect(files).toHaveLength(0);
    expect(codes).toContain('3 import.lines-differ');
  });

  test('name every party by its part in a table of parties', () => {
    const { caseNo, receivedOn, acceptedOn } = simple;
    const of = { caseNo, receivedOn, acceptedOn };
    const { files, codes } = plan([
      { ...of, partyName: '王某某', partyRole: '申请人', partyNo: madeUpId('310118', '19850312', 1) },
      { ...of, partyName: '某某公司', partyRole: '被申请人', partyNo: '' },
      { ...of, partyName: '孙某某', partyRole: '旁听', partyNo: '' },
    ]);
    expect(files).toHaveLength(0);
    expect(codes).toEqual(['4 import.role-unknown']);
  });
});

describe('titles', () => {
  test('are known whatever stands in brackets behind them, and none is proposed twice', () => {
    const proposed = proposeColumns([
      '序号',
      '案 号',
      '申请人',
      '身份证号码',
      '被申请人',
      '立案日期（年月日）',
      '受理日期',
      '请求金额(元)',
    ]);
    expect(proposed).toEqual(['', 'caseNo', 'applicant', 'applicantId', 'respondent', '', 'acceptedOn', 'claimAmount']);
    expect(titlesText(['案 号'])).toBe(titlesText(['案号']));
  });

  test('propose a field from every title it is known by', () => {
    for (const { code, titles } of importFields)
      for (const title of titles) expect(proposeColumns([title])).toEqual([code]);
  });
});

test('of more issues than are kept, doubts go first, and the rest stands by line', () => {
  const issue = (line: number, bad: boolean) => ({ line, column: null, code: 'a', bad });
  const kept = keptIssues([issue(9, true), issue(1, false), issue(2, false), issue(8, true)], 3);
  expect(kept.map(({ line }) => line)).toEqual([1, 8, 9]);
});

test('any cells come to a plan that counts every file once, and nothing bad is taken in', () => {
  const word = fc.constantFrom(
    '',
    '王某某',
    '2026/3/2',
    '2026/3/4',
    '3/2/2026',
    '1',
    '2',
    '某某公司',
    '工伤认定',
    '-',
    '仲裁',
  );
  const line = fc.record(Object.fromEntries(importFields.map(({ code }) => [code, word])));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { files, bad, issues } = plan(lines);
      const badLines = new Set(issues.filter((issue) => issue.bad).map((issue) => issue.line));
      for (const file of files) expect(badLines.has(file.line)).toBe(false);
      expect(bad === 0).toBe(badLines.size === 0);
      expect(files.length + bad).toBeLessThanOrEqual(lines.length);
    }),
  );
});
