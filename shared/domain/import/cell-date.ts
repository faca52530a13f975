import { addDays, type LocalDate, localDate, parseLocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Cell, cellText, type DayBase } from './cell.ts';

/** Why a cell is no day: it is not one at all, two days fit it, or part of it is missing. Nothing is guessed. */
export type DateFault = 'import.date-unreadable' | 'import.date-ambiguous' | 'import.date-incomplete';

/** A day, and whether a bare number was taken for one because it stands where a day belongs. */
export type CellDate = { readonly date: LocalDate; readonly bareNumber: boolean };

/** Days of about 1954 to 2119: smaller and larger bare numbers are something else. */
const serials = { first: 20_000, last: 80_000 } as const;

/** The day of a spreadsheet's serial number; the 29 February 1900 that never was is passed over. */
function ofSerial(serial: number, base: DayBase): LocalDate | undefined {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > 200_000) return undefined;
  if (base === 1904) return addDays(localDate('1904-01-01'), whole);
  if (whole < 61) return whole === 0 || whole === 60 ? undefined : addDays(localDate('1899-12-31'), whole);
  return addDays(localDate('1899-12-30'), whole);
}

const named = (year: string, month: string, day: string): LocalDate | undefined =>
  parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** Year first: 2026/3/2, 2026-03-02, 2026.3.2, 2026年3月2日, each with a time of day behind it or not. */
const yearFirst =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const monthOnly = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$|^\d{4}\s*年?$|^\d{1,2}\s*月\s*\d{1,2}\s*日?$/;
/** Year last, or a year in two digits: which number is the month cannot be told. */
const yearLast =
  /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(?:\d{2}|\d{4})$|^\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/;

function ofText(text: string): Result<CellDate, DateFault> {
  const match = yearFirst.exec(text) ?? compact.exec(text);
  if (match) {
    const date = named(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    return date === undefined ? err('import.date-unreadable') : ok({ date, bareNumber: false });
  }
  if (yearLast.test(text)) return err('import.date-ambiguous');
  return err(monthOnly.test(text) ? 'import.date-incomplete' : 'import.date-unreadable');
}

/** Reads the day a cell holds, in whatever of the usual forms; a time of day is left out. */
export function readCellDate(cell: Cell, base: DayBase): Result<CellDate, DateFault> {
  const text = cellText(cell).normalize('NFKC');
  if (cell.kind !== 'number' && cell.kind !== 'date' && cell.kind !== 'month') return ofText(text);
  const value = Number(text);
  if (!Number.isFinite(value)) return ofText(text);
  if (cell.kind === 'month') return err('import.date-incomplete');
  const styled = cell.kind === 'date';
  if (styled || (value >= serials.first && value <= serials.last)) {
    const date = ofSerial(value, base);
    const fits = date !== undefined && parseLocalDate(date) !== undefined;
    return fits ? ok({ date, bareNumber: !styled }) : err('import.date-unreadable');
  }
  return ofText(text);
}
