import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, stripGeometry } from '#renderer/ui/deadline/strip-geometry.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { computeNamed } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';

function deadline(events: readonly ClockEvent[], today: string, rule = 'ARB.LIMIT'): Deadline {
  const rules = rulesFor('310000');
  const computed = computeNamed(rule, localDate('2026-03-02'), events, shippedCalendar, {
    today: localDate(today),
    rules,
  });
  if (computed === undefined) throw new Error('no such rule');
  return computed;
}

const suspended: readonly ClockEvent[] = [
  { id: 'a', type: 'START', on: '2026-03-02' },
  { id: 'b', type: 'SUSPEND', on: '2026-03-20', ground: '47-5' },
  { id: 'c', type: 'RESUME', on: '2026-05-11' },
];

describe('the bar of a suspended and resumed limit', () => {
  const today = localDate('2026-05-18');
  const { pieces, marks } = stripGeometry(deadline(suspended, '2026-05-18'), today);

  it('shows days used, paused, used, left and the roll over the weekend', () => {
    expect(pieces.map((piece) => [piece.kind, piece.days])).toEqual([
      ['used', 18],
      ['paused', 52],
      ['used', 7],
      ['left', 20],
      ['skipped', 1],
    ]);
  });

  it('marks start, pause, resumption, last day and today', () => {
    expect(marks.map((mark) => `${mark.kind} ${mark.date}`)).toEqual([
      'start 2026-03-02',
      'paused 2026-03-20',
      'resumed 2026-05-11',
      'due 2026-06-08',
      'today 2026-05-18',
    ]);
  });
});

describe('the bar of a time that ended by itself', () => {
  it('ends with its last day: nothing is overdue and today is no part of it', () => {
    const sue = deadline([{ id: 'a', type: 'START', on: '2026-03-02' }], '2026-06-01', 'ARB.SUE');
    const { pieces, marks } = stripGeometry(sue, localDate('2026-06-01'));
    expect(pieces.map(({ kind }) => kind)).toEqual(['used']);
    expect(marks.map(({ kind }) => kind)).toEqual(['start', 'due']);
  });
});

describe('any bar', () => {
  it('is covered by its pieces from end to end, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.boolean(), (days, paused) => {
        const today = addDays(localDate('2026-03-03'), days);
        const events = paused ? suspended.slice(0, days > 70 ? 3 : 2) : suspended.slice(0, 1);
        const { pieces, marks } = stripGeometry(deadline(events, today), today);
        expect(pieces[0]?.start).toBe(0);
        expect(pieces.at(-1)?.end).toBeCloseTo(1);
        pieces.reduce((end, piece) => {
          expect(piece.start).toBeCloseTo(end);
          expect(piece.end).toBeGreaterThanOrEqual(piece.start);
          return piece.end;
        }, 0);
        for (const mark of marks) expect(mark.at >= 0 && mark.at <= 1).toBe(true);
      }),
    );
  });

  it('ends in an overdue tail that never takes more than about a quarter of it', () => {
    const today = localDate('2029-01-01');
    const tail = stripGeometry(deadline(suspended.slice(0, 1), today), today).pieces.at(-1);
    expect(tail?.kind).toBe('overdue');
    expect((tail?.end ?? 0) - (tail?.start ?? 0)).toBeLessThan(0.28);
  });
});

describe('labels over a bar', () => {
  it('never cover each other and stay on the bar', () => {
    const wish = fc.record({ at: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 10, max: 200 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
        const named = wishes.map((one, index) => ({ ...one, key: String(index) }));
        const placed = placeLabels(named, 800).map((label) => ({
          ...label,
          width: named[Number(label.key)]?.width ?? 0,
        }));
        for (const a of placed) {
          expect(a.left >= 0 && a.left + a.width <= 800).toBe(true);
          for (const b of placed) {
            if (a.key === b.key || a.line !== b.line) continue;
            expect(a.left + a.width <= b.left || b.left + b.width <= a.left).toBe(true);
          }
        }
      }),
    );
  });
});
