import type { Brand } from './brand.ts';

/** A calendar date of Asia/Shanghai as 'YYYY-MM-DD'. Sorts as text. Never converted between time zones. */
export type LocalDate = Brand<string, 'LocalDate'>;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** Days from 1970-01-01 to the civil date (proleptic Gregorian). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): LocalDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate;
}

function existing(text: string): LocalDate | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const days = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  return civilFromDays(days) === text ? (text as LocalDate) : undefined;
}

/** The first and the last date anybody may write: birth dates of the living, and limits no program of today will see end. */
const earliest = '1850-01-01';
const latest = '2199-12-31';

/**
 * Reads 'YYYY-MM-DD'; undefined when the text is not a date that exists (2026-02-30 does not) or lies outside 1850 to
 * 2199. The bound keeps every computation on a date from elsewhere short and inside four-digit years.
 */
export function parseLocalDate(text: string): LocalDate | undefined {
  const date = existing(text);
  return date !== undefined && date >= earliest && date <= latest ? date : undefined;
}

/** Reads a date that is known to be well formed (constants, computed dates); throws otherwise. */
export function localDate(text: string): LocalDate {
  const date = existing(text);
  if (date === undefined) throw new Error('not a calendar date');
  return date;
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return civilFromDays(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday ... 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The calendar year. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The date in Asia/Shanghai (UTC+8, no daylight saving since 1991) at an instant in milliseconds since 1970. */
export function shanghaiDate(instantMs: number): LocalDate {
  return civilFromDays(Math.floor((instantMs + shanghaiOffsetMs) / msPerDay));
}

/** The wall-clock time 'HH:MM' in Asia/Shanghai at an instant in milliseconds since 1970. */
export function shanghaiTime(instantMs: number): string {
  const minutes = Math.floor((((instantMs + shanghaiOffsetMs) % msPerDay) + msPerDay) / 60_000) % 1440;
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The earlier of two dates. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The later of two dates. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
