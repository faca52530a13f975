import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { dayKind, shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { countWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { clockEventTypes } from '#shared/domain/deadline/clock-event.ts';
import { bare, compute, rowOf, type Told } from './clock.ts';

const anyStart = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(localDate('2024-01-02'), days));
const rows = ['ARB.ACCEPT', 'ARB.LIMIT', 'LSI.INVESTIGATE', 'REQ.ARB_INV', 'REQ.LSI', 'REQ.REVIEW'] as const;
const anyRow = fc.constantFrom(...rows).map((id) => rowOf(id));
const anyGround = fc.constantFrom('47-5', '47-6', '46-1', '46-2', '46-6-notice', 'req-supplement', 'req-suspend', 'x');
const anyMoment = fc.oneof(
  anyStart.map(String),
  fc.constantFrom('', '2026-02-30', '0001-01-01', '9999-12-31', '2026-03-02T25:00', '2026-03-02T09:30'),
);
const anyTold: fc.Arbitrary<Told> = fc.tuple(
  fc.constantFrom(...clockEventTypes),
  anyMoment,
  fc.record(
    { ground: anyGround, amount: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, -1, 1.5, 1e9)) },
    { requiredKeys: [] },
  ),
);

/** Suspensions that follow each other, as days to wait before each and days each one lasts. */
const anyPauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 90 })), { maxLength: 4 });

function pausesFrom(start: LocalDate, gaps: readonly (readonly [number, number])[]): readonly Told[] {
  let day = start;
  return gaps.flatMap(([wait, length]): Told[] => {
    const begin = addDays(day, wait);
    day = addDays(begin, length);
    return [
      ['SUSPEND', begin, { ground: '47-5' }],
      ['RESUME', day],
    ];
  });
}

describe('laws of the clock', () => {
  it('adds suspensions up: the last day moves by exactly the days suspended', () => {
    fc.assert(
      fc.property(anyStart, anyPauses, (start, gaps) => {
        const { raw, review } = compute(rowOf('ARB.LIMIT'), [['START', start], ...pausesFrom(start, gaps)]);
        expect(raw).toBe(addDays(start, 45 + gaps.reduce((sum, [, length]) => sum + length, 0)));
        expect(review).toEqual([]);
      }),
    );
  });

  it('never shortens by a restart, whatever went before', () => {
    fc.assert(
      fc.property(anyStart, anyPauses, fc.integer({ min: 0, max: 200 }), fc.boolean(), (start, gaps, after, longer) => {
        const more: readonly Told[] = longer ? [['EXTEND', addDays(start, 1)]] : [];
        const told: readonly Told[] = [['START', start], ...more, ...pausesFrom(start, gaps)];
        const on = addDays(start, after);
        const restarted = compute(rowOf('ARB.LIMIT'), [...told, ['RESTART', on, { ground: '46-3' }]]);
        const change = restarted.changes.find(({ type }) => type === 'RESTART');
        const before = change?.before ?? '';
        expect((change?.after ?? '9') >= before).toBe(true);
        expect((restarted.raw ?? '') >= addDays(start, 45)).toBe(true);
      }),
    );
  });

  it('rolls the last day only: the days counted stay the same and only days off are passed', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 90 }), (start, amount) => {
        const plain = compute(bare(amount, { roll: 'none' }), [['START', start]]);
        const rolled = compute(bare(amount, { roll: 'legal' }), [['START', start]]);
        expect(rolled.raw).toBe(plain.raw);
        expect(rolled.steps.filter((step) => step.kind === 'counted')).toEqual(plain.steps);
        const raw = localDate(plain.raw ?? '');
        const legal = localDate(rolled.legal ?? '');
        expect(dayKind(shippedCalendar, legal).working).toBe(true);
        expect(countWorkingDays(shippedCalendar, addDays(raw, -1), addDays(legal, -1)).days).toBe(0);
      }),
    );
  });

  it('counts exactly the allowance, in stretches without holes', () => {
    fc.assert(
      fc.property(anyStart, anyPauses, fc.boolean(), (start, gaps, longer) => {
        const more: readonly Told[] = longer ? [['EXTEND', start, { amount: 9 }]] : [];
        const found = compute(rowOf('ARB.LIMIT'), [['START', start], ...more, ...pausesFrom(start, gaps)]);
        const counted = found.steps.filter((step) => step.kind === 'counted' || step.kind === 'extended');
        expect(counted.reduce((sum, step) => sum + (step.days ?? 0), 0)).toBe(found.allowance);
        const holes = found.steps.filter((step, index) => {
          const before = found.steps[index - 1]?.to ?? start;
          return daysBetween(before, step.from) !== 1;
        });
        expect(holes).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of recording when the days differ', () => {
    const told: readonly Told[] = [
      ['START', '2026-03-02'],
      ['SUSPEND', '2026-03-20', { ground: '47-6' }],
      ['RESUME', '2026-05-11'],
      ['EXTEND', '2026-05-20'],
    ];
    const expected = compute(rowOf('ARB.LIMIT'), told).legal;
    fc.assert(
      fc.property(fc.shuffledSubarray([...told], { minLength: told.length }), (shuffled) => {
        expect(compute(rowOf('ARB.LIMIT'), shuffled).legal).toBe(expected);
      }),
    );
  });

  it('answers every list of events without an exception, and its dates are in order', () => {
    fc.assert(
      fc.property(anyRow, fc.array(anyTold, { maxLength: 12 }), anyStart, (row, told, today) => {
        const found = compute(row, told, today);
        const { raw, legal, target } = found;
        expect(raw === null).toBe(legal === null);
        expect((raw ?? '') <= (legal ?? '')).toBe(true);
        expect((target ?? '') <= (raw ?? '')).toBe(true);
        expect(found.review.every((item) => told[Number(item.event.slice(1))] !== undefined)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
