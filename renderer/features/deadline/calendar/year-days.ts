import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  parseLocalDate,
  weekday,
  yearOf,
} from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { HolidayCode } from '#shared/domain/calendar/holiday.ts';

/** A year of the calendar as the backend tells it. */
export type CalendarYear = CallOutput<'calendar.years'>[number];

/** A run of days off for one holiday, first and last day included. */
export type HolidayRun = {
  readonly holiday: HolidayCode;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
};

/** A day of the year as the picture of the year shows it. */
export type YearDay = { readonly date: LocalDate; readonly kind: 'weekday' | 'weekend' | 'off' | 'work' };

/** The holidays of a year in order; days off of the same holiday that follow each other are one run. */
export function holidayRuns(off: CalendarYear['off']): readonly HolidayRun[] {
  const runs: HolidayRun[] = [];
  for (const { date: text, holiday } of off) {
    const date = parseLocalDate(text);
    if (date === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.holiday === holiday && daysBetween(last.to, date) === 1) {
      runs[runs.length - 1] = { ...last, to: date, days: last.days + 1 };
    } else {
      runs.push({ holiday, from: date, to: date, days: 1 });
    }
  }
  return runs;
}

/** Every day of the year. */
export function daysOf(year: CalendarYear): readonly YearDay[] {
  const off = new Set(year.off.map((day) => day.date));
  const work = new Set(year.work);
  const days: YearDay[] = [];
  for (let date = localDate(`${year.year}-01-01`); yearOf(date) === year.year; date = addDays(date, 1)) {
    const kind = off.has(date) ? 'off' : work.has(date) ? 'work' : weekday(date) <= 5 ? 'weekday' : 'weekend';
    days.push({ date, kind });
  }
  return days;
}

/** How many working days the year has. */
export function workingDays(year: CalendarYear): number {
  return daysOf(year).filter((day) => day.kind === 'weekday' || day.kind === 'work').length;
}
