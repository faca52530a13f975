import { addDays, dayNumber, type LocalDate, yearOf } from '#shared/base/local-date.ts';
import type { HolidayCode } from './holiday.ts';
import { type DayReason, dayKind, type WorkCalendar } from './work-calendar.ts';
import { type YearIndex, yearIndex } from './year-index.ts';

/** A computed date and whether a year without an official notice had a part in it. */
export type ComputedDate = { readonly date: LocalDate; readonly provisional: boolean };

/** A day on which offices do not work, with the reason. */
export type DayOff = { readonly date: LocalDate; readonly reason: DayReason; readonly name: HolidayCode | null };

/** Whether a year from that of `from` to that of `to` has no official notice. */
function provisionalBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.years.has(year)) return true;
  }
  return false;
}

/** Working days from 1 January of the year of `date` up to and including `date`. */
function ordinal(calendar: WorkCalendar, date: LocalDate): { readonly year: YearIndex; readonly count: number } {
  const year = yearIndex(calendar, yearOf(date));
  return { year, count: year.upTo[dayNumber(date) - year.first + 1] ?? 0 };
}

/** The day of the year, from 0, that is its `count`-th working day. */
function dayOfCount({ upTo }: YearIndex, count: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) < count) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The day that is `count` working days after the last working day up to `from`; `count` may be negative. */
function shift(calendar: WorkCalendar, from: LocalDate, count: number): LocalDate {
  let at = yearOf(from);
  let { year, count: wanted } = ordinal(calendar, from);
  wanted += count;
  while (wanted < 1) {
    at -= 1;
    year = yearIndex(calendar, at);
    wanted += year.upTo.at(-1) ?? 0;
  }
  for (let total = year.upTo.at(-1) ?? 0; wanted > total; total = year.upTo.at(-1) ?? 0) {
    wanted -= total;
    at += 1;
    year = yearIndex(calendar, at);
  }
  return addDays(from, year.first + dayOfCount(year, wanted) - dayNumber(from));
}

/** The `count`-th working day after `from`; `from` itself is day 0 (民诉法第85条: the starting day is not counted). */
export function addWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number): ComputedDate {
  if (count < 1) return { date: from, provisional: false };
  const date = shift(calendar, from, count);
  return { date, provisional: provisionalBetween(calendar, addDays(from, 1), date) };
}

/** The `count`-th working day before `from`; `from` itself is not counted. */
export function subtractWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number): ComputedDate {
  if (count < 1) return { date: from, provisional: false };
  const date = shift(calendar, addDays(from, -1), 1 - count);
  return { date, provisional: provisionalBetween(calendar, date, addDays(from, -1)) };
}

function firstWorkingDay(calendar: WorkCalendar, from: LocalDate, step: 1 | -1): ComputedDate {
  const kind = dayKind(calendar, from);
  if (kind.working) return { date: from, provisional: kind.provisional };
  const found = step === 1 ? addWorkingDays(calendar, from, 1) : subtractWorkingDays(calendar, from, 1);
  return { date: found.date, provisional: found.provisional || kind.provisional };
}

/** `date` when it is a working day, otherwise the first working day after it (民诉法第85条). */
export function nextWorkingDay(calendar: WorkCalendar, date: LocalDate): ComputedDate {
  return firstWorkingDay(calendar, date, 1);
}

/** `date` when it is a working day, otherwise the last working day before it. */
export function previousWorkingDay(calendar: WorkCalendar, date: LocalDate): ComputedDate {
  return firstWorkingDay(calendar, date, -1);
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later than `from`. */
export function countWorkingDays(
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
): { readonly days: number; readonly provisional: boolean } {
  if (to <= from) return { days: 0, provisional: false };
  const end = ordinal(calendar, to);
  let days = end.count - ordinal(calendar, from).count;
  for (let year = yearOf(from); year < yearOf(to); year += 1) days += yearIndex(calendar, year).upTo.at(-1) ?? 0;
  return { days, provisional: provisionalBetween(calendar, addDays(from, 1), to) };
}

/** The days off from `from` to `to`, both ends included, in order. */
export function daysOff(calendar: WorkCalendar, from: LocalDate, to: LocalDate): readonly DayOff[] {
  const found: DayOff[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { working, reason, name } = dayKind(calendar, date);
    if (!working) found.push({ date, reason, name });
  }
  return found;
}
