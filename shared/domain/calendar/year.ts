import { addDays, daysBetween, type LocalDate, localDate } from '#shared/base/local-date.ts';
import type { HolidayCode } from './holiday.ts';

/** One holiday of a year as its notice words it; days are 'MM-DD' or 'MM-DD..MM-DD' of that year. */
export type HolidayRow = {
  readonly name: HolidayCode;
  /** Days off, both ends included. */
  readonly off: readonly string[];
  /** Saturdays and Sundays on which offices work instead (调休上班). */
  readonly work?: readonly string[];
};

/** The days off and make-up working days of one year, from the yearly notice of the General Office of the State Council. */
export type CalendarYear = {
  readonly year: number;
  /** Number of the notice, for example 国办发明电〔2025〕7号. */
  readonly notice: string;
  /** Date of the notice, where a year file told it. */
  readonly issued?: LocalDate;
  /** Two sources do not agree on every day of it, so that its days are shown as 待核. */
  readonly unchecked?: true;
  readonly rows: readonly HolidayRow[];
};

/** Every day that a row names ('MM-DD' or 'MM-DD..MM-DD'), as full dates of `year`. */
export function daysOfRow(year: number, spans: readonly string[]): readonly LocalDate[] {
  return spans.flatMap((span) => {
    const [first = '', last = first] = span.split('..');
    const from = localDate(`${year}-${first}`);
    const length = daysBetween(from, localDate(`${year}-${last}`)) + 1;
    return Array.from({ length }, (_, index) => addDays(from, index));
  });
}
