import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import { dayKind, type WorkCalendar } from '../calendar/work-calendar.ts';

/** A stretch of an office day, 'HH:MM' to 'HH:MM'. */
export type OfficeHours = readonly { readonly from: string; readonly to: string }[];

/** Office hours an office may edit; a default, not law. */
export const defaultOfficeHours: OfficeHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

/** A date with a time of day, and whether a year without an official notice had a part in it. */
export type ComputedMoment = { readonly date: LocalDate; readonly time: string; readonly provisional: boolean };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function timeText(minutes: number): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/**
 * The moment `hours` office hours after `time` of `from`: only working days and the given hours count.
 * Throws when `hours` is positive and there are no office hours at all.
 */
export function addWorkingHours(
  calendar: WorkCalendar,
  from: LocalDate,
  time: string,
  hours: number,
  office: OfficeHours = defaultOfficeHours,
): ComputedMoment {
  if (!office.some((part) => minutesOf(part.to) > minutesOf(part.from))) throw new Error('no office hours');
  let left = hours * 60;
  let clock = minutesOf(time);
  let provisional = false;
  for (let date = from; ; date = addDays(date, 1), clock = 0) {
    const kind = dayKind(calendar, date);
    provisional ||= kind.provisional;
    for (const part of kind.working ? office : []) {
      const begin = Math.max(clock, minutesOf(part.from));
      const room = minutesOf(part.to) - begin;
      if (room >= left) return { date, time: timeText(begin + left), provisional };
      if (room > 0) left -= room;
    }
  }
}

/** The moment `hours` hours by the clock after `time` of `from`. */
export function addHours(from: LocalDate, time: string, hours: number): ComputedMoment {
  const minutes = minutesOf(time) + hours * 60;
  return { date: addDays(from, Math.floor(minutes / 1440)), time: timeText(minutes % 1440), provisional: false };
}
