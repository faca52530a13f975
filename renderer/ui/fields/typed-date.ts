import { addDays, type LocalDate, parseLocalDate, yearOf } from '#shared/base/local-date.ts';

const pad = (part: string): string => part.padStart(2, '0');

/**
 * Reads a date as a clerk types it: 2026-03-17, 20260317, 2026/3/17, 2026年3月17日, 3-17 and 0317 (this year), '.' or
 * '今' for today, +5 and -3 for days from today. Full-width digits count. Undefined when it is no date that exists.
 */
export function readTypedDate(typed: string, today: LocalDate): LocalDate | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '.' || text === '今' || text === '今天' || text.toLowerCase() === 't') return today;
  const relative = /^([+-])(\d{1,4})$/.exec(text);
  if (relative) return addDays(today, Number(`${relative[1]}${relative[2]}`));
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (whole) return parseLocalDate(`${whole[1]}-${pad(whole[2] ?? '')}-${pad(whole[3] ?? '')}`);
  const short = /^(\d{2})(\d{2})$/.exec(text) ?? /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (short) return parseLocalDate(`${yearOf(today)}-${pad(short[1] ?? '')}-${pad(short[2] ?? '')}`);
  return undefined;
}
