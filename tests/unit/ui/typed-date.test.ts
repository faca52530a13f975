import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthAway, monthPage } from '#renderer/ui/fields/month-sheet.tsx';
import { readTypedDate } from '#renderer/ui/fields/typed-date.ts';
import { addDays, localDate, weekday } from '#shared/base/local-date.ts';

const today = localDate('2026-03-17');

describe('a date as a clerk types it', () => {
  it.each([
    ['2026-03-20', '2026-03-20'],
    ['20260320', '2026-03-20'],
    ['2026/3/20', '2026-03-20'],
    ['2026年3月20日', '2026-03-20'],
    ['２０２６０３２０', '2026-03-20'],
    ['3-20', '2026-03-20'],
    ['0320', '2026-03-20'],
    ['+5', '2026-03-22'],
    ['-17', '2026-02-28'],
    ['.', '2026-03-17'],
    ['今天', '2026-03-17'],
  ])('%s is %s', (typed, date) => {
    expect(readTypedDate(typed, today)).toBe(date);
  });

  it.each(['', '2026-02-30', '13-1', '20261301', 'abc', '2026-3', '++1'])('%s is no date', (typed) => {
    expect(readTypedDate(typed, today)).toBeUndefined();
  });
});

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(localDate('1970-01-01'), days));

describe('the page of a month', () => {
  it('begins on a Monday and holds every day of the month once', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const page = monthPage(date);
        expect(weekday(page[0] ?? date)).toBe(1);
        expect(page.filter((day) => day === date)).toHaveLength(1);
        expect(new Set(page).size).toBe(42);
      }),
    );
  });

  it('turns by one month and stays inside it', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(1 as const, -1 as const), (date, by) => {
        const there = monthAway(date, by);
        const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(there) - months(date)).toBe(by);
        expect(Number(there.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      }),
    );
  });

  it('goes from the 31st to the last day of a shorter month', () => {
    expect(monthAway(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(monthAway(localDate('2024-03-31'), -1)).toBe('2024-02-29');
  });
});
