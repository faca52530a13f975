import { type LocalDate, weekday, yearOf } from '#shared/base/local-date.ts';
import { officialYears } from './data/official-years.ts';
import type { HolidayCode } from './holiday.ts';
import { statutoryHoliday } from './statutory-days.ts';
import { type CalendarYear, daysOfRow } from './year.ts';

/** Why a day is a working day or not: an ordinary weekday, a weekend, a holiday, or a weekend worked instead (调休上班). */
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'make-up';

/** What is known of one day. */
export type DayKind = {
  readonly working: boolean;
  readonly reason: DayReason;
  /** The holiday the day belongs to, or for a make-up day the holiday it pays for. */
  readonly name: HolidayCode | null;
  /** True when no official notice of that year is in the calendar (日历未公布,暂估). */
  readonly provisional: boolean;
};

/** Working days of mainland offices. Build it with `makeCalendar`. */
export type WorkCalendar = {
  /** Changes whenever a date could change; kept with every computation. */
  readonly version: string;
  readonly years: ReadonlyMap<number, CalendarYear>;
  readonly days: ReadonlyMap<LocalDate, DayKind>;
};

/**
 * Makes a calendar from official years. Years that are not given are computed provisionally and say so.
 * Throws when a row holds a date that does not exist: imported rows are checked before.
 */
export function makeCalendar(version: string, years: readonly CalendarYear[]): WorkCalendar {
  const days = new Map<LocalDate, DayKind>();
  for (const { year, rows } of years) {
    for (const { name, off, work = [] } of rows) {
      for (const day of daysOfRow(year, off)) {
        days.set(day, { working: false, reason: 'holiday', name, provisional: false });
      }
      for (const day of daysOfRow(year, work)) {
        days.set(day, { working: true, reason: 'make-up', name, provisional: false });
      }
    }
  }
  return { version, years: new Map(years.map((year) => [year.year, year])), days };
}

/** The calendar that ships with the program: every year whose notice was published when it was built. */
export const shippedCalendar: WorkCalendar = makeCalendar('2026.2', officialYears);

/** What kind of day `date` is. Total: any date has an answer, provisional where no notice is known. */
export function dayKind(calendar: WorkCalendar, date: LocalDate): DayKind {
  const listed = calendar.days.get(date);
  if (listed !== undefined) return listed;
  const provisional = !calendar.years.has(yearOf(date));
  const holiday = provisional ? statutoryHoliday(date) : undefined;
  if (holiday !== undefined) return { working: false, reason: 'holiday', name: holiday, provisional };
  const working = weekday(date) <= 5;
  return { working, reason: working ? 'weekday' : 'weekend', name: null, provisional };
}
