import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { Warning } from './warning.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';
/** First two digits in use: mainland provinces, 71 台湾, 81-83 residents of Hong Kong, Macao and Taiwan. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** An identity or company number as it is compared: full-width forms made half, no spaces or dashes, upper case. */
export function normaliseIdentityNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cc}\p{Cf}]/gu, '')
    .toUpperCase();
}

/** The check digit GB 11643 asks for after 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkDigits[sum % 11] ?? '';
}

/**
 * Looks at a resident identity number (GB 11643-1999), normalised before. Never blocks: old and foreign papers exist.
 * 15-digit numbers of before 1999 have no check digit; `today` guards against a birth in the future.
 */
export function checkResidentId(text: string, today: LocalDate): readonly Warning[] {
  const id = normaliseIdentityNumber(text);
  if (id === '') return [];
  const old = /^\d{15}$/.test(id);
  if (!old && !/^\d{17}[\dX]$/.test(id)) {
    return [{ code: id.length === 18 || id.length === 15 ? 'id.format' : 'id.length', facts: { length: id.length } }];
  }
  const warnings: Warning[] = old ? [{ code: 'id.old-form' }] : [];
  if (!old && residentIdCheckDigit(id) !== id[17]) warnings.push({ code: 'id.check-digit' });
  if (!provinces.test(id)) warnings.push({ code: 'id.region' });
  const digits = old ? `19${id.slice(6, 12)}` : id.slice(6, 14);
  const born = parseLocalDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  if (born === undefined || born < '1850-01-01') warnings.push({ code: 'id.birth-date' });
  else if (born > today) warnings.push({ code: 'id.birth-future' });
  return warnings;
}
