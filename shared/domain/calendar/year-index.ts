import { addDays, dayNumber, type LocalDate, localDate } from '#shared/base/local-date.ts';
import { dayKind, type WorkCalendar } from './work-calendar.ts';

/** The working days of one year, ready to be counted without walking through it. */
export type YearIndex = {
  /** Day number (days since 1970) of 1 January. */
  readonly first: number;
  /** Entry `i` is the number of working days among the first `i` days of the year. */
  readonly upTo: Uint16Array;
  readonly provisional: boolean;
};

/** A calendar never changes, so what was counted for it once stays true: this only saves counting again. */
const known = new WeakMap<WorkCalendar, Map<number, YearIndex>>();

function countYear(calendar: WorkCalendar, year: number): YearIndex {
  const start = localDate(`${String(year).padStart(4, '0')}-01-01`);
  const first = dayNumber(start);
  const length = dayNumber(addDays(start, 365)) - first + (addDays(start, 365).endsWith('-12-31') ? 1 : 0);
  const upTo = new Uint16Array(length + 1);
  for (let index = 0, date: LocalDate = start; index < length; index += 1, date = addDays(date, 1)) {
    upTo[index + 1] = (upTo[index] ?? 0) + (dayKind(calendar, date).working ? 1 : 0);
  }
  return { first, upTo, provisional: !calendar.years.has(year) };
}

/** The index of a year of the calendar. */
export function yearIndex(calendar: WorkCalendar, year: number): YearIndex {
  const years = known.get(calendar) ?? new Map<number, YearIndex>();
  known.set(calendar, years);
  const found = years.get(year) ?? countYear(calendar, year);
  years.set(year, found);
  return found;
}
