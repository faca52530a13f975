import { normaliseIdentityNumber } from './identity-number.ts';
import type { Warning } from './warning.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check character GB 32100-2015 asks for after 17 characters; empty when one of them is not of its alphabet. */
export function creditCodeCheck(first17: string): string {
  const values = weights.map((_, index) => alphabet.indexOf(first17[index] ?? '!'));
  if (values.includes(-1)) return '';
  const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** The check character GB 11714 asks for after the 8 characters of an organisation code. */
export function organisationCodeCheck(first8: string): string {
  const valueOf = (char: string): number => (/\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55);
  const sum = innerWeights.reduce((total, weight, index) => total + weight * valueOf(first8[index] ?? '0'), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Looks at a 统一社会信用代码 (GB 32100-2015 with the GB 11714 code inside). Never blocks: old registration numbers and
 * abolished division codes exist, so neither the division nor the first two characters are held against a list.
 */
export function checkCreditCode(text: string): readonly Warning[] {
  const code = normaliseIdentityNumber(text);
  if (code === '') return [];
  if (code.length !== 18) return [{ code: 'uscc.length', facts: { length: code.length } }];
  const expected = creditCodeCheck(code.slice(0, 17));
  if (expected === '' || !alphabet.includes(code.slice(17))) return [{ code: 'uscc.format' }];
  const warnings: Warning[] = expected === code.slice(17) ? [] : [{ code: 'uscc.check-digit' }];
  if (organisationCodeCheck(code.slice(8, 16)) !== code[16]) warnings.push({ code: 'uscc.organisation-code' });
  return warnings;
}
