import { describe, expect, it } from 'vitest';
import { deadlineRow } from '#electron/services/deadline/recompute-deadlines.ts';
import { addDays, type LocalDate, localDate, weekday, yearOf } from '#shared/base/local-date.ts';
import { dayKind, makeCalendar, shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';
import { events, rowOf } from '../deadline/clock.ts';

/** Weekdays off and weekend days worked as a second source has them (chinese-workday 1.16.1, read by hand). */
const second: Readonly<Record<number, readonly [off: string, work: string]>> = {
  2021: [
    '01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07',
    '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  ],
  2022: [
    '01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 10-03 10-04 10-05 10-06 10-07',
    '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  ],
  2024: [
    '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  2025: [
    '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ],
  2026: [
    '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
};

/** The days of a year that are no ordinary weekday and no ordinary weekend. */
function unusual(year: number, working: boolean): string {
  const found: string[] = [];
  for (let on: LocalDate = localDate(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) {
    if (dayKind(shippedCalendar, on).working === working && weekday(on) <= 5 !== working) found.push(on.slice(5));
  }
  return found.join(' ');
}

const day = localDate('2026-05-18');
const compute = (rule: string, on: string, calendar = shippedCalendar) =>
  computeDeadline(rowOf(rule), events([['START', on]]), calendar, { today: day, rules: rulesFor('310118') });

describe('the years that ship', () => {
  it('are those of a second source day by day, or marked as to be checked', () => {
    const marked = [...shippedCalendar.years.values()].filter(({ unchecked }) => unchecked === true);
    expect(marked.map(({ year }) => year)).toEqual([2020, 2023]);
    const sure = [...shippedCalendar.years.keys()].filter((year) => !marked.some((one) => one.year === year));
    expect(sure.map((year) => [unusual(year, false), unusual(year, true)])).toEqual(sure.map((year) => second[year]));
  });

  it('mark every date a year to be checked had a part in, and no other', () => {
    const over = compute('ARB.ACCEPT', '2023-12-25');
    expect(over.uncheckedYears).toEqual([2023]);
    expect(over.why).toContainEqual({ code: 'unchecked', years: [2023] });
    const row = deadlineRow('x', { about: 'dossier', id: 'x', of: '' }, over);
    expect([over.rule.confidence, row.confidence]).toEqual(['read', 'default']);
    // Calendar days ask the calendar about the last day alone, and not at all where it is never moved.
    expect(compute('ARB.LIMIT', '2023-12-25').uncheckedYears).toEqual([]);
    expect(compute('ARB.LIMIT', '2023-05-04').uncheckedYears).toEqual([2023]);
    expect(compute('LSI.PENALTY_90', '2023-01-10').uncheckedYears).toEqual([]);
    expect(compute('ARB.ACCEPT', '2026-03-02').uncheckedYears).toEqual([]);
  });

  it('are sure again once two people took the official year in', () => {
    const years = [...shippedCalendar.years.values()].map(({ unchecked: _, ...year }) => year);
    expect(compute('ARB.ACCEPT', '2023-12-25', makeCalendar('own', years)).uncheckedYears).toEqual([]);
  });
});
