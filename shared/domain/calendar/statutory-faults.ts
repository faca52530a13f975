import { addDays, type LocalDate, localDate, yearOf } from '#shared/base/local-date.ts';
import type { HolidayCode } from './holiday.ts';
import { statutoryHoliday } from './statutory-days.ts';
import type { YearFault } from './year-fault.ts';

/** Days off each holiday has at least (全国年节及纪念日放假办法, 2024-11-10; before it 春节 and 劳动节 had one less). */
function leastDays(year: number): Readonly<Partial<Record<HolidayCode, number>>> {
  const more = year >= 2025 ? 1 : 0;
  return {
    'new-year': 1,
    ...{ 'spring-festival': 3 + more, qingming: 1, 'labour-day': 1 + more, 'dragon-boat': 1, 'mid-autumn': 1 },
    'national-day': 3,
  };
}

/** Dates on which 全国年节及纪念日放假办法 gives a day off by itself, as far as they are known for the year. */
function expected(year: number): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = localDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    // The second of May became a holiday with the version of November 2024.
    const known = statutoryHoliday(date) !== undefined && (year >= 2025 || !date.endsWith('-05-02'));
    if (known) dates.push(date);
  }
  return dates;
}

/** Statutory days off that a year file leaves out or has worked, and holidays with fewer days than the law gives. */
export function statutoryFaults(
  year: number,
  off: ReadonlyMap<LocalDate, readonly HolidayCode[]>,
  worked: ReadonlySet<LocalDate>,
  lineOf: (key: string) => number,
): readonly YearFault[] {
  const dates = expected(year);
  const missing = dates.filter((date) => !off.has(date));
  const days = (code: string): number =>
    [...off.values()].filter((names) => names.some((name) => name === code)).length;
  return [
    ...missing.map((key): YearFault => ({ code: 'statutory-missing', key, line: lineOf('holidays') })),
    ...dates
      .filter((date) => worked.has(date))
      .map((key): YearFault => ({ code: 'statutory-worked', key, line: lineOf(key) })),
    ...Object.entries(leastDays(year))
      .filter(([code, least]) => days(code) < least)
      .map(([key]): YearFault => ({ code: 'holiday-missing', key, line: lineOf('holidays') })),
  ];
}
