import { addDays, type LocalDate, localDate, yearOf } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import { type DayKind, dayKind, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from './calendar-in-force.ts';

function daysOfYear(calendar: WorkCalendar, year: number): readonly (DayKind & { readonly date: LocalDate })[] {
  const days: (DayKind & { date: LocalDate })[] = [];
  for (let date = localDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    days.push({ date, ...dayKind(calendar, date) });
  }
  return days;
}

/** Every year with an official notice and the two years from now that may not have one yet, in order. */
export const listCalendarYears: Handler<'calendar.years'> = ({ open, moment }) => {
  const calendar = calendarInForce(open.store.db);
  const now = yearOf(moment.today);
  const years = [...new Set([...calendar.years.keys(), now, now + 1])].toSorted((a, b) => a - b);
  return ok(
    years.map((year) => {
      const days = daysOfYear(calendar, year);
      const known = calendar.years.get(year);
      return {
        ...{ year, source: known?.notice ?? '', provisional: known === undefined, version: calendar.version },
        unchecked: known?.unchecked === true,
        off: days.flatMap(({ date, reason, name }) =>
          reason === 'holiday' && name !== null ? [{ date, holiday: name }] : [],
        ),
        work: days.filter((day) => day.reason === 'make-up').map((day) => day.date),
      };
    }),
  );
};
