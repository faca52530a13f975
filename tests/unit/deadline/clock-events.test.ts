import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import { mayRecord } from '#shared/domain/deadline/may-record.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import { compute, events, rowOf, type Told } from './clock.ts';

const limit = rowOf('ARB.LIMIT');
const started: Told = ['START', '2026-03-02'];
const reviews = (told: readonly Told[], row = limit) =>
  compute(row, told).review.map(({ event, code, applied }) => [event, code, applied]);

describe('events that do not fit', () => {
  it.each<readonly [string, readonly Told[], readonly unknown[]]>([
    ['an event before the start', [['SUSPEND', '2026-02-01'], started], ['e0', 'before-start', false]],
    ['a second start', [started, ['START', '2026-03-09']], ['e1', 'second-start', false]],
    ['resuming what runs', [started, ['RESUME', '2026-03-09']], ['e1', 'resume-without-suspend', false]],
    ['a date that does not exist', [started, ['STOP', '2026-02-30']], ['e1', 'bad-date', false]],
    ['an amount that is none', [started, ['EXTEND', '2026-03-09', { amount: 0 }]], ['e1', 'bad-amount', false]],
    [
      'a ground the rule does not know',
      [started, ['SUSPEND', '2026-03-09', { ground: 'holiday' }]],
      ['e1', 'ground-unknown', true],
    ],
    [
      'a delegation, which the national rule does not leave out',
      [started, ['EXCLUDE_BEGIN', '2026-03-09', { ground: '33-delegation' }]],
      ['e1', 'not-excluded-here', false],
    ],
    [
      'an exclusion that ends without having begun',
      [started, ['EXCLUDE_END', '2026-03-09', { ground: '46-6-notice' }]],
      ['e1', 'exclusion-without-begin', false],
    ],
    ['more than the law allows', [started, ['EXTEND', '2026-03-09', { amount: 20 }]], ['e1', 'extend-beyond', true]],
    ['an extension after the last day', [started, ['EXTEND', '2026-04-20']], ['e1', 'after-due', true]],
    [
      'a suspension after the last day',
      [started, ['SUSPEND', '2026-04-20', { ground: '47-5' }]],
      ['e1', 'after-due', true],
    ],
    [
      'anything after the stop',
      [started, ['STOP', '2026-03-09'], ['EXTEND', '2026-03-10']],
      ['e2', 'after-stop', false],
    ],
  ])('%s becomes a review item', (_, told, expected) => {
    expect(reviews(told)).toEqual([expected]);
  });

  it('leaves out a period on another ground of the law (办案规则46（七）), in every region', () => {
    const other: readonly Told[] = [
      started,
      ['EXCLUDE_BEGIN', '2026-03-09', { ground: '46-7' }],
      ['EXCLUDE_END', '2026-03-14', { ground: '46-7' }],
    ];
    expect(reviews(other)).toEqual([]);
    const without = compute(limit, [started]).raw;
    expect(compute(limit, other).raw).toBe(without && addDays(without, 5));
  });

  it('keeps the day of the award when the file is closed later', () => {
    const told: readonly Told[] = [started, ['STOP', '2026-04-16'], ['STOP', '2026-04-24']];
    expect(compute(limit, told)).toMatchObject({ stoppedOn: '2026-04-16', inTime: true, review: [] });
    expect(compute(limit, told).changes).toHaveLength(2);
  });

  it('extends a 45-day limit once only', () => {
    const told: readonly Told[] = [started, ['EXTEND', '2026-03-09'], ['EXTEND', '2026-03-10']];
    expect(reviews(told)).toEqual([['e2', 'extend-twice', false]]);
    expect(compute(limit, told).raw).toBe('2026-05-01');
  });

  it('gives the extension the law allows when more is asked', () => {
    expect(compute(limit, [started, ['EXTEND', '2026-03-09', { amount: 20 }]]).allowance).toBe(60);
  });

  it('does not let a suspension after the last day move it', () => {
    const late = compute(limit, [started, ['SUSPEND', '2026-04-20', { ground: '47-5' }]]);
    expect(late).toMatchObject({ status: 'suspended', legal: '2026-04-16' });
  });

  it('does not suspend an investigation where no rule says so', () => {
    const suspend: Told = ['SUSPEND', '2026-03-09', { ground: '33-lsi-30' }];
    expect(reviews([started, suspend], rowOf('LSI.INVESTIGATE'))).toEqual([['e1', 'no-suspension', false]]);
    expect(reviews([started, suspend], rowOf('LSI.INVESTIGATE', '330100'))).toEqual([]);
  });
});

it('is lengthened by the row of the day it began last', () => {
  const given = rulesFor('310118');
  const row = rowOf('ARB.LIMIT_EXT');
  const rows = [...given.rows, { ...row, amount: 7, effectiveFrom: localDate('2026-04-01') }];
  const allowance = (...told: readonly Told[]) =>
    computeDeadline(limit, events([...told, ['EXTEND', '2026-04-10', { amount: 15 }]]), shippedCalendar, {
      ...{ today: localDate('2026-05-18'), rules: { ...given, rows } },
    }).allowance;
  expect(allowance(started)).toBe(limit.amount + row.amount);
  expect(allowance(started, ['STOP', '2026-03-09'], ['START', '2026-04-01'])).toBe(limit.amount + 7);
  // The second start never counted.
  expect(allowance(started, ['START', '2026-04-01'])).toBe(limit.amount + row.amount);
});

describe('starting once more what has ended', () => {
  const preserve = rowOf('LSI.PRESERVE');
  const twice: readonly Told[] = [started, ['STOP', '2026-03-09'], ['START', '2026-04-01']];

  it('counts the whole time again, from nothing', () => {
    const again = compute(preserve, twice);
    const once = compute(preserve, [['START', '2026-04-01']]);
    expect(again).toMatchObject({ status: 'running', startedOn: '2026-04-01', legal: once.legal, review: [] });
    expect(again.steps.map(({ kind, from, to }) => [kind, from, to])).toEqual(
      once.steps.map(({ kind, from, to }) => [kind, from, to]),
    );
    expect(again.changes.map(({ type }) => type)).toEqual(['START', 'STOP', 'START']);
  });

  it('may be on the very day it ended, and never before that', () => {
    const [start, stop] = [twice[0] ?? started, twice[1] ?? started];
    const sameDay: readonly Told[] = [start, stop, ['START', '2026-03-09']];
    expect(compute(preserve, sameDay)).toMatchObject({ status: 'running', startedOn: '2026-03-09', review: [] });
    expect(reviews([start, stop, ['START', '2026-03-06']], preserve)).toEqual([['e2', 'second-start', false]]);
  });

  it('forgets suspensions, extensions and the floor of a restart', () => {
    const told: readonly Told[] = [
      started,
      ['EXTEND', '2026-03-03'],
      ['SUSPEND', '2026-03-04', { ground: '47-5' }],
      ['STOP', '2026-03-09'],
      ['START', '2026-03-10'],
    ];
    expect(compute(limit, told)).toMatchObject({ status: 'running', raw: '2026-04-24', allowance: 45 });
  });
});

describe('restarting', () => {
  it('counts anew from the day claims are added, and says what no longer counts', () => {
    const found = compute(limit, [started, ['RESTART', '2026-03-16', { ground: '46-3' }]]);
    expect(found).toMatchObject({ startedOn: '2026-03-16', raw: '2026-04-30', review: [] });
    expect(found.steps[0]).toMatchObject({ kind: 'restart', from: '2026-03-03', to: '2026-03-16' });
    expect(found.changes.at(-1)).toMatchObject({ before: '2026-04-16', after: '2026-04-30' });
  });

  it('drops an extension of the old period, keeps the later day and asks for a look', () => {
    const told: readonly Told[] = [started, ['EXTEND', '2026-03-03'], ['RESTART', '2026-03-04', { ground: '46-1' }]];
    expect(compute(limit, told)).toMatchObject({ raw: '2026-05-01', allowance: 45 });
    expect(reviews(told)).toEqual([['e2', 'extension-lapsed', true]]);
  });

  it('moves the acceptance limit to the day of correction', () => {
    const told: readonly Told[] = [started, ['RESTART', '2026-03-11', { ground: '46-2' }]];
    expect(compute(rowOf('ARB.ACCEPT'), told)).toMatchObject({ legal: '2026-03-18', review: [] });
  });

  it('starts a returned request anew after its clock was stopped', () => {
    const told: readonly Told[] = [
      started,
      ['STOP', '2026-03-05'],
      ['RESTART', '2026-03-12', { ground: 'req-supplement' }],
    ];
    expect(compute(rowOf('REQ.REVIEW'), told)).toMatchObject({ status: 'running', legal: '2026-03-17', review: [] });
    const closed: readonly Told[] = [started, ['STOP', '2026-03-05'], ['RESTART', '2026-03-12', { ground: '46-1' }]];
    expect(reviews(closed)).toEqual([['e2', 'after-stop', true]]);
  });
});

describe('leaving periods out', () => {
  const notice: readonly Told[] = [
    started,
    ['EXCLUDE_BEGIN', '2026-03-10', { ground: '46-6-notice' }],
    ['EXCLUDE_END', '2026-04-09', { ground: '46-6-notice' }],
  ];

  it('does not count service by public notice', () => {
    const found = compute(limit, notice);
    expect(found).toMatchObject({ raw: '2026-05-16', review: [] });
    expect(found.steps[1]).toMatchObject({ kind: 'excluded', from: '2026-03-11', to: '2026-04-09', days: 30 });
    expect(found.why).toContainEqual({
      code: 'excluded',
      from: '2026-03-11',
      to: '2026-04-09',
      ground: '46-6-notice',
    });
  });

  it('counts a day once that is suspended and left out at the same time', () => {
    const told: readonly Told[] = [...notice, ['SUSPEND', '2026-03-20', { ground: '47-1' }], ['RESUME', '2026-03-30']];
    expect(compute(limit, told)).toMatchObject({ raw: '2026-05-16', review: [] });
  });

  it('leaves a commissioned investigation out in Zhejiang, where the deciding office lies', () => {
    const told: readonly Told[] = [
      started,
      ['EXCLUDE_BEGIN', '2026-03-10', { ground: '33-delegation' }],
      ['EXCLUDE_END', '2026-03-20', { ground: '33-delegation' }],
    ];
    expect(compute(rowOf('ARB.LIMIT', '330421'), told).raw).toBe('2026-04-26');
    expect(compute(rowOf('ARB.LIMIT', '320509'), told).raw).toBe('2026-04-16');
  });
});

describe('the last day', () => {
  it('a limit suspended on its last day is due on the day it is resumed', () => {
    const told: readonly Told[] = [started, ['SUSPEND', '2026-04-16', { ground: '47-5' }], ['RESUME', '2026-05-11']];
    expect(compute(limit, told)).toMatchObject({ raw: '2026-05-11', review: [] });
  });

  it('says whether the office was in time, and keeps the date when the clock stops', () => {
    const inTime = compute(limit, [started, ['STOP', '2026-04-16']]);
    expect(inTime).toMatchObject({ status: 'stopped', legal: '2026-04-16', inTime: true, used: 45, left: 0 });
    const late = compute(limit, [started, ['STOP', '2026-04-17']]);
    expect(late).toMatchObject({ legal: '2026-04-16', inTime: false });
    expect(late.why.at(-1)).toEqual({ code: 'stopped', on: '2026-04-17', inTime: false });
  });

  it('is marked when a year without a notice had a part in it', () => {
    const found = compute(limit, [['START', '2026-11-20']]);
    expect(found).toMatchObject({ raw: '2027-01-04', provisional: true });
    expect(found.why.at(-1)).toEqual({ code: 'provisional', years: [2027] });
    expect(compute(limit, [['START', '2026-11-10']]).provisional).toBe(false);
    expect(compute(rowOf('LSI.INVESTIGATE'), [['START', '2026-11-20']])).toMatchObject({ provisional: true });
  });

  it('never passes the ceiling of thirty days, and says so', () => {
    const slow = { ...rowOf('REQ.ARB_INV'), amount: 25 };
    const found = compute(slow, [['START', '2026-09-14']]);
    expect(found).toMatchObject({ raw: '2026-10-14', legal: '2026-10-14' });
    expect(found.why).toContainEqual({ code: 'ceiling', date: '2026-10-14', days: 30 });
  });

  it('counts four office hours for an urgent request', () => {
    const row = rowOf('REQ.REGISTER.URGENT');
    expect(compute(row, [['START', '2026-03-06T16:00']])).toMatchObject({ legal: '2026-03-09', time: '11:30' });
    expect(compute(row, [['START', '2026-03-07']])).toMatchObject({ legal: '2026-03-09', time: '14:30' });
  });

  it('counts months to the corresponding day, or the last of a shorter month', () => {
    const month = { ...rowOf('ARB.ACCEPT'), amount: 1, unit: 'month' } as const;
    expect(compute(month, [['START', '2026-01-31']]).raw).toBe('2026-02-28');
    expect(compute({ ...month, unit: 'year' }, [['START', '2024-02-29']]).raw).toBe('2025-02-28');
  });
});

describe('what a person may record', () => {
  it('follows the state of the clock', () => {
    expect(mayRecord(compute(limit, []))).toEqual(['START']);
    expect(mayRecord(compute(limit, [started]))).toEqual(['RESTART', 'SUSPEND', 'EXTEND', 'EXCLUDE_BEGIN', 'STOP']);
    const paused: readonly Told[] = [started, ['SUSPEND', '2026-03-09', { ground: '47-5' }]];
    expect(mayRecord(compute(limit, paused))).toContain('RESUME');
    expect(mayRecord(compute(limit, [started, ['EXTEND', '2026-03-09']]))).not.toContain('EXTEND');
    expect(mayRecord(compute(rowOf('LSI.INVESTIGATE'), [started]))).toEqual(['EXTEND', 'STOP']);
  });

  it('shows the same last day on every day it is looked at', () => {
    const days = ['2026-03-02', '2026-04-16', '2027-01-01'].map((day) => compute(limit, [started], localDate(day)));
    expect(new Set(days.map((found) => found.legal)).size).toBe(1);
    expect(days.map((found) => found.left)).toEqual([45, 0, -260]);
  });
});
