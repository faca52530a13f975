import { addDays, daysBetween, type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, type ComputedDate, countWorkingDays, nextWorkingDay } from '../calendar/working-days.ts';
import type { LimitRule } from './rule.ts';

/** The days a running limit counts: months and years are turned into calendar days when the limit starts. */
export type CountUnit = 'working-day' | 'calendar-day';

/** The unit in which a rule's days are counted. */
export function countUnitOf(rule: LimitRule): CountUnit {
  return rule.unit === 'working-day' ? 'working-day' : 'calendar-day';
}

/** The `count`-th day after `from`; with nothing left to count it is `from`, or the working day that follows it. */
export function addUnits(calendar: WorkCalendar, unit: CountUnit, from: LocalDate, count: number): ComputedDate {
  if (unit === 'calendar-day') return { date: addDays(from, count), provisional: false };
  return count === 0 ? nextWorkingDay(calendar, from) : addWorkingDays(calendar, from, count);
}

/** Days after `from` up to and including `to`, at least 0. */
export function countUnits(calendar: WorkCalendar, unit: CountUnit, from: LocalDate, to: LocalDate): number {
  return unit === 'calendar-day' ? Math.max(0, daysBetween(from, to)) : countWorkingDays(calendar, from, to).days;
}

/** Days in a month of the Gregorian calendar. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The corresponding day `months` later, or the last day of that month when it has no such day (民法典第202条). */
export function addMonths(from: LocalDate, months: number): LocalDate {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(from.slice(8)), lengthOfMonth(year, month));
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return localDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** How many counted days the whole limit has when it starts on `from`. */
export function baseAllowance(rule: LimitRule, from: LocalDate): number {
  const { amount, unit, elapsed } = rule;
  if (unit === 'month' || unit === 'year') {
    return daysBetween(from, addMonths(from, unit === 'year' ? amount * 12 : amount));
  }
  return elapsed === 'next-day' ? amount + 1 : amount;
}
