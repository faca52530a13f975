import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { dayKind, shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { addWorkingDays, subtractWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import { type RuleSet, ruleOn, rulesFor } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { bare, compute, events, rowOf, type Told } from './clock.ts';

const anyStart = fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate('2024-01-02'), days));
const national = rulesFor('310118');
const zhejiang = rulesFor('330421');

/** What decides a day: everything but words, region and age. */
function deciding(row: LimitRule) {
  const { name: _, basis: __, overrun: ___, region: ____, effectiveFrom: _____, sinceUnread: ______, ...rest } = row;
  return JSON.stringify(rest);
}

/** Events every limit may meet: nothing in them is of one province. */
const anyCourse = fc
  .tuple(anyStart, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }))
  .map(([start, wait, length]): readonly Told[] => [
    ['START', start],
    ['SUSPEND', addDays(start, wait), { ground: '47-5' }],
    ['RESUME', addDays(start, wait + length)],
    ['RESTART', addDays(start, wait + length + 1), { ground: '46-3' }],
    ['EXTEND', addDays(start, wait + length + 2), { amount: 10 }],
  ]);

function computed(rules: RuleSet, id: string, told: readonly Told[]) {
  const row = ruleOn(rules, id, localDate('2026-05-18'));
  if (row === undefined) throw new Error(`no row ${id}`);
  const { raw, legal, target, status } = computeDeadline(row, events(told), shippedCalendar, {
    today: localDate('2026-05-18'),
    rules,
  });
  return { raw, legal, target, status };
}

describe('two packs', () => {
  const shared = [...new Set(national.rows.map((row) => row.id))];
  const agreeing = shared.filter((id) => {
    const [here, there] = [national, zhejiang].map((rules) => ruleOn(rules, id, localDate('2026-05-18')));
    return here !== undefined && there !== undefined && here.form === undefined && deciding(here) === deciding(there);
  });

  it('agree on every day of every row on which they agree', () => {
    expect(agreeing).toContain('LSI.PRESERVE');
    expect(agreeing).not.toContain('ARB.LIMIT');
    fc.assert(
      fc.property(fc.constantFrom(...agreeing), anyCourse, (id, told) => {
        expect(computed(zhejiang, id, told)).toEqual(computed(national, id, told));
      }),
    );
  });

  it('agree on the limit of the case until a ground of one province alone is used', () => {
    fc.assert(
      fc.property(anyCourse, (told) => {
        expect(computed(zhejiang, 'ARB.LIMIT', told)).toEqual(computed(national, 'ARB.LIMIT', told));
      }),
    );
    const told: readonly Told[] = [
      ['START', '2026-03-02'],
      ['EXCLUDE_BEGIN', '2026-03-10', { ground: '33-delegation' }],
      ['EXCLUDE_END', '2026-03-20'],
    ];
    expect([computed(national, 'ARB.LIMIT', told).raw, computed(zhejiang, 'ARB.LIMIT', told).raw]).toEqual([
      '2026-04-16',
      '2026-04-26',
    ]);
  });
});

describe('counting back', () => {
  it('inverts counting forward between working days', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (from, count) => {
        fc.pre(dayKind(shippedCalendar, from).working);
        const there = addWorkingDays(shippedCalendar, from, count).date;
        expect(subtractWorkingDays(shippedCalendar, there, count).date).toBe(from);
        const hearing = compute(bare(count, { unit: 'working-day', back: true, roll: 'none' }), [['START', there]]);
        expect(hearing.legal).toBe(from);
      }),
    );
  });
});

describe('calendars at their edges', () => {
  it('count 29 February as a day, and end a year from it on the 28th', () => {
    expect(compute(rowOf('ARB.LIMIT'), [['START', '2024-01-15']]).raw).toBe('2024-02-29');
    expect(compute(rowOf('ARB.LIMIT'), [['START', '2024-02-29']]).raw).toBe('2024-04-14');
    expect(compute(rowOf('ARB.LIMITATION'), [['START', '2024-02-29']]).raw).toBe('2025-02-28');
  });

  it('mark a limit that runs over two years without a notice and name both', () => {
    const found = compute(bare(300, { unit: 'working-day', roll: 'legal' }), [['START', '2026-12-01']]);
    expect(found.provisional).toBe(true);
    expect(found.why).toContainEqual({ code: 'provisional', years: [2027, 2028] });
    expect(compute(rowOf('ARB.LIMIT'), [['START', '2026-11-02']])).toMatchObject({ provisional: false });
  });
});
