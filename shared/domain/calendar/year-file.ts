import { type LocalDate, parseLocalDate, weekday, yearOf } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type HolidayCode, holidayNames } from './holiday.ts';
import { statutoryFaults } from './statutory-faults.ts';
import type { CalendarYear } from './year.ts';
import type { YearFault, YearFaultCode } from './year-fault.ts';
import { type ReadYearText, readYearText } from './year-file-text.ts';

/** Days off a year can have besides ordinary weekends, at most; a real notice names about thirty. */
const mostDays = 80;

const codes = Object.keys(holidayNames).filter((code): code is HolidayCode => Object.hasOwn(holidayNames, code));

/** Every holiday a text names, the first named first: notices write 国庆节、中秋节 for a day that is both. */
export function holidaysNamed(text: string): readonly HolidayCode[] {
  const at = (code: HolidayCode): number => {
    const { zh, en } = holidayNames[code];
    const found = [text.indexOf(zh), text.indexOf(en), text === code ? 0 : -1].filter((place) => place >= 0);
    return found.length === 0 ? -1 : Math.min(...found);
  };
  return codes.filter((code) => at(code) >= 0).toSorted((a, b) => at(a) - at(b));
}

type Named = { readonly date: LocalDate; readonly names: readonly HolidayCode[] };

/** The dates of one list of the file with the holidays they are named for, and what is wrong with them. */
function readDates(
  { value, lineOf, dateKeys }: ReadYearText,
  list: 'holidays' | 'workdays',
  year: number,
): { readonly days: readonly Named[]; readonly faults: readonly YearFault[] } {
  const faults: YearFault[] = [];
  const days: Named[] = [];
  const others = value[list === 'holidays' ? 'workdays' : 'holidays'] ?? {};
  const note = (code: YearFaultCode, key: string): void => {
    faults.push({ code, key, line: lineOf(key) });
  };
  for (const [key, name] of Object.entries(value[list] ?? {})) {
    const date = parseLocalDate(key);
    if (date === undefined) note('bad-date', key);
    else if (yearOf(date) !== year) note('other-year', key);
    else {
      const names = typeof name === 'string' ? holidaysNamed(name) : [];
      if (names.length === 0) note('bad-name', key);
      if ((dateKeys.get(key) ?? 0) > (Object.hasOwn(others, key) ? 2 : 1)) note('twice', key);
      if (list === 'workdays' && weekday(date) <= 5) note('not-weekend', key);
      days.push({ date, names });
    }
  }
  return { days, faults };
}

function headFaults({ value, lineOf }: ReadYearText, today: LocalDate): readonly YearFault[] {
  const { year, source, issued } = value;
  const note = (code: YearFaultCode, key: string): YearFault => ({ code, key, line: lineOf(key) });
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2199)
    return [note('bad-year', 'year')];
  const faults: YearFault[] = [];
  if (typeof source !== 'string' || source.trim() === '' || source.length > 120)
    faults.push(note('bad-source', 'source'));
  const date = typeof issued === 'string' ? parseLocalDate(issued) : undefined;
  if (date === undefined) return [...faults, note('bad-issued', 'issued')];
  if (date > today) faults.push(note('issued-in-future', 'issued'));
  // A notice comes in the autumn before its year, an amendment in the year itself.
  if (yearOf(date) < year - 1 || yearOf(date) > year) faults.push(note('issued-far', 'issued'));
  return faults;
}

function rowsOf(off: readonly Named[], work: readonly Named[]): CalendarYear['rows'] {
  const first = ({ names }: Named): HolidayCode => names[0] ?? 'special';
  const days = (list: readonly Named[], code: HolidayCode): readonly string[] =>
    list.filter((day) => first(day) === code).map(({ date }) => date.slice(5));
  return codes.flatMap((name) => {
    const [rest, worked] = [days(off, name).toSorted(), days(work, name).toSorted()];
    if (rest.length + worked.length === 0) return [];
    return [{ name, off: rest, ...(worked.length === 0 ? {} : { work: worked }) }];
  });
}

/**
 * Reads a year file: `{"year", "holidays": {date: name}, "workdays": {date: name}, "source", "issued"}`. Everything wrong
 * with it is told at once. Every day off of 全国年节及纪念日放假办法 (2024) that is known for the year must be one, and a
 * day worked instead must be a Saturday or Sunday. `today` only says which notices cannot have been issued yet.
 */
export function readYearFile(file: string, today: LocalDate): Result<CalendarYear, readonly YearFault[]> {
  const read = readYearText(file);
  if (!read.ok) return read;
  const head = headFaults(read.value, today);
  const { year, source, issued } = read.value.value;
  const date = typeof issued === 'string' ? parseLocalDate(issued) : undefined;
  if (typeof year !== 'number' || head.some(({ code }) => code === 'bad-year')) return err(head);
  const off = readDates(read.value, 'holidays', year);
  const work = readDates(read.value, 'workdays', year);
  const worked = new Set(work.days.map((day) => day.date));
  const { lineOf } = read.value;
  const both = off.days.filter((day) => worked.has(day.date));
  const found: readonly YearFault[] = [
    ...head,
    ...off.faults,
    ...work.faults,
    ...both.map(({ date: key }): YearFault => ({ code: 'both', key, line: lineOf(key) })),
    ...(off.days.length > mostDays ? [{ code: 'too-many' as const, key: 'holidays', line: lineOf('holidays') }] : []),
    ...statutoryFaults(year, new Map(off.days.map((day) => [day.date, day.names])), worked, lineOf),
  ];
  if (found.length > 0 || date === undefined || typeof source !== 'string') return err(found);
  return ok({ year, notice: source.trim(), issued: date, rows: rowsOf(off.days, work.days) });
}
