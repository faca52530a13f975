import { addDays, type LocalDate, localDate, yearOf } from '#shared/base/local-date.ts';
import { type DayKind, dayKind, makeCalendar, type WorkCalendar } from './work-calendar.ts';
import type { CalendarYear } from './year.ts';

/** A day that two calendars see differently. */
export type DayDifference = { readonly date: LocalDate; readonly before: DayKind; readonly after: DayKind };

/** The days of a year that are worked in one calendar and not in the other, or are off for another holiday, in order. */
export function yearDifferences(before: WorkCalendar, after: WorkCalendar, year: number): readonly DayDifference[] {
  const found: DayDifference[] = [];
  for (let date = localDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    const [old, now] = [dayKind(before, date), dayKind(after, date)];
    if (old.working !== now.working || old.name !== now.name) found.push({ date, before: old, after: now });
  }
  return found;
}

/** `calendar` with the year `at` as told, or computed provisionally when it is undefined; `version` names the outcome. */
export function withYear(
  calendar: WorkCalendar,
  version: string,
  at: number,
  year: CalendarYear | undefined,
): WorkCalendar {
  const others = [...calendar.years.values()].filter((one) => one.year !== at);
  return makeCalendar(version, year === undefined ? others : [...others, year]);
}
