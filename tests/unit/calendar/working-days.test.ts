import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar as calendar, dayKind } from '#shared/domain/calendar/work-calendar.ts';
import {
  addWorkingDays,
  countWorkingDays,
  daysOff,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
} from '#shared/domain/calendar/working-days.ts';

const anyDate = fc.integer({ min: 0, max: 4500 }).map((days) => addDays(localDate('2019-06-01'), days));
const anyCount = fc.integer({ min: 1, max: 200 });
const working = (date: LocalDate) => dayKind(calendar, date).working;

describe('counting working days', () => {
  it.each([
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-28', 10, '2026-10-16'],
    ['2026-02-11', 5, '2026-02-25'],
    ['2026-01-05', 60, '2026-04-03'],
    ['2026-01-05', 90, '2026-05-20'],
  ])('%s and %i working days end on %s', (from, count, to) => {
    expect(addWorkingDays(calendar, localDate(from), count)).toEqual({ date: to, provisional: false });
  });

  it('counts back from a hearing on 2026-10-14', () => {
    expect(subtractWorkingDays(calendar, localDate('2026-10-14'), 5).date).toBe('2026-10-08');
    expect(subtractWorkingDays(calendar, localDate('2026-10-14'), 3).date).toBe('2026-10-10');
  });

  it('marks a date that a year without a notice had a part in, and only that', () => {
    expect(addWorkingDays(calendar, localDate('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays(calendar, localDate('2026-12-30'), 2)).toEqual({ date: '2027-01-04', provisional: true });
    expect(nextWorkingDay(calendar, localDate('2027-01-01'))).toEqual({ date: '2027-01-04', provisional: true });
    expect(previousWorkingDay(calendar, localDate('2027-01-01'))).toEqual({ date: '2026-12-31', provisional: true });
    expect(countWorkingDays(calendar, localDate('2026-12-31'), localDate('2027-01-04'))).toEqual({
      days: 1,
      provisional: true,
    });
  });

  it('names what was skipped', () => {
    expect(daysOff(calendar, localDate('2026-10-03'), localDate('2026-10-11')).map((day) => day.date)).toEqual([
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-11',
    ]);
  });
});

/** Counts the slow way, one day after the other. */
function walk(from: LocalDate, count: number, step: 1 | -1) {
  let date = from;
  let provisional = false;
  for (let left = count; left > 0; ) {
    date = addDays(date, step);
    const kind = dayKind(calendar, date);
    provisional ||= kind.provisional;
    if (kind.working) left -= 1;
  }
  return { date, provisional };
}

describe('laws of counting', () => {
  it('agrees with walking through the days one by one, marks included', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 700 }), (from, count) => {
        expect(addWorkingDays(calendar, from, count)).toEqual(walk(from, count, 1));
        expect(subtractWorkingDays(calendar, from, count)).toEqual(walk(from, count, -1));
      }),
      { numRuns: 300 },
    );
  });

  it('lands on a working day, and the count says how it got there', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (from, count) => {
        const { date } = addWorkingDays(calendar, from, count);
        expect(working(date)).toBe(true);
        expect(countWorkingDays(calendar, from, date).days).toBe(count);
        expect(countWorkingDays(calendar, from, addDays(date, -1)).days).toBe(count - 1);
      }),
    );
  });

  it('is undone by counting back from a working day', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (day, count) => {
        const from = nextWorkingDay(calendar, day).date;
        expect(subtractWorkingDays(calendar, addWorkingDays(calendar, from, count).date, count).date).toBe(from);
      }),
    );
  });

  it('adds in parts as it does at once, and never goes back when it starts later', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyCount, (from, a, b) => {
        const parts = addWorkingDays(calendar, addWorkingDays(calendar, from, a).date, b).date;
        expect(parts).toBe(addWorkingDays(calendar, from, a + b).date);
        expect(addWorkingDays(calendar, addDays(from, 1), a).date >= addWorkingDays(calendar, from, a).date).toBe(true);
      }),
    );
  });

  it('rolls over days off only, and leaves working days alone', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = nextWorkingDay(calendar, date).date;
        const previous = previousWorkingDay(calendar, date).date;
        expect(working(next) && working(previous)).toBe(true);
        expect(daysOff(calendar, date, addDays(next, -1))).toHaveLength(daysBetween(date, next));
        expect(daysOff(calendar, addDays(previous, 1), date)).toHaveLength(daysBetween(previous, date));
        expect(working(date)).toBe(date === next && date === previous);
      }),
    );
  });
});
