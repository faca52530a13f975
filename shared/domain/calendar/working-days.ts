import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import type { HolidayCode } from './holiday.ts';
import { type DayReason, dayKind, type WorkCalendar } from './work-calendar.ts';

/** A computed date and whether a year without an official notice had a part in it. */
export type ComputedDate = { readonly date: LocalDate; readonly provisional: boolean };

/** A day on which offices do not work, with the reason. */
export type DayOff = { readonly date: LocalDate; readonly reason: DayReason; readonly name: HolidayCode | null };

function stepWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number, step: 1 | -1): ComputedDate {
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

/** The `count`-th working day after `from`; `from` itself is day 0 (民诉法第85条: the starting day is not counted). */
export function addWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number): ComputedDate {
  return stepWorkingDays(calendar, from, count, 1);
}

/** The `count`-th working day before `from`; `from` itself is not counted. */
export function subtractWorkingDays(calendar: WorkCalendar, from: LocalDate, count: number): ComputedDate {
  return stepWorkingDays(calendar, from, count, -1);
}

function firstWorkingDay(calendar: WorkCalendar, from: LocalDate, step: 1 | -1): ComputedDate {
  const kind = dayKind(calendar, from);
  if (kind.working) return { date: from, provisional: kind.provisional };
  const found = stepWorkingDays(calendar, from, 1, step);
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
  let days = 0;
  let provisional = false;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    const kind = dayKind(calendar, date);
    provisional ||= kind.provisional;
    if (kind.working) days += 1;
  }
  return { days, provisional };
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
