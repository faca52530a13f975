import { parseLocalDate } from '#shared/base/local-date.ts';
import { checkCreditCode } from '../party/credit-code.ts';
import { residentIdCheckDigit } from '../party/identity-number.ts';

/** Births up to this year are taken for such also where the check digit is wrong; later eight digits are days of acts. */
const grownUpBorn = 2015;
/** A company's code as it is built; one without letters must also hold what its two check characters ask for. */
const creditCode = /^[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxy]{10}$/;
const resident = /^\d{17}[\dx]$/;
const mobile = /^(?:0|86|0086)?1[3-9]\d{9}$/;
// Both look back only behind a digit: a look at every character of a long text would take longer than folding it.
const dashedMobile = /1(?<![0-9a-z-]1)[3-9]\d-\d{4}-\d{4}(?![0-9a-z-])/g;
const word = /[0-9a-z]{11,}/g;
const row = /\d(?<![0-9a-z]\d)\d*(?:[ -]\d+)+(?:[ -]?x)?(?![0-9a-z])/g;

/** The year somebody with this 18-digit number was born in; null where there is no date in its place. */
function bornIn(number: string): number | null {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return parseLocalDate(day) !== undefined && /^(?:19|20)/.test(day) ? Number(day.slice(0, 4)) : null;
}

function isCreditCode(text: string): boolean {
  if (!creditCode.test(text)) return false;
  if (!resident.test(text)) return true;
  return bornIn(text) === null && checkCreditCode(text).length === 0;
}

/**
 * Whether what stands where a company's number belongs is an identity number or a mobile telephone, as the owner of a
 * shop may have given. 18 digits with a date of birth are such unless their check digits are those of a company alone;
 * the 15 digits of an old registration number are a company's. `code`: half-width, lower case, nothing between its signs.
 */
function isNumberOfPerson(code: string): boolean {
  if (mobile.test(code)) return true;
  if (!resident.test(code) || bornIn(code) === null) return false;
  const checks = residentIdCheckDigit(code.slice(0, 17)) === code.slice(17).toUpperCase();
  return checks || checkCreditCode(code).length > 0;
}

/** One run of digits without anything between them. */
function isPersonal(run: string): boolean {
  return resident.test(run) || /^\d{15}x?$/.test(run) || mobile.test(run.replace(/x$/, ''));
}

/** What is no number of a person in one word of letters and digits. */
function cleanWord(text: string): string {
  return isCreditCode(text) ? text : text.replaceAll(/\d{11,}x?/g, (run) => (isPersonal(run) ? ' ' : run));
}

/** How many groups from `start` on make up exactly `length` characters; 0 when none do. */
function groupsOf(groups: readonly string[], start: number, length: number): number {
  let [count, sum] = [0, 0];
  while (sum < length && start + count < groups.length) {
    sum += groups[start + count]?.length ?? 0;
    count += 1;
  }
  return sum === length ? count : 0;
}

/** How many groups from `start` on are one identity number by its date of birth and, if `sure`, by its check digit. */
function identityAt(groups: readonly string[], start: number, sure: boolean): number {
  const count = groupsOf(groups, start, 18);
  if (count === 0) return 0;
  const number = groups.slice(start, start + count).join('');
  // The century first: it settles nearly every row of other numbers.
  const century = number.slice(6, 8);
  const born = (century === '19' || century === '20') && resident.test(number) ? bornIn(number) : null;
  if (born === null) return 0;
  const checks = residentIdCheckDigit(number.slice(0, 17)) === number.slice(17).toUpperCase();
  return checks || (!sure && born <= grownUpBorn) ? count : 0;
}

/** How many groups from `start` on are an old identity number (6-6-3) or a mobile telephone (3-4-4, one digit each). */
function shortAt(groups: readonly string[], start: number): number {
  const lengths = groups
    .slice(start, start + 3)
    .map(({ length }) => length)
    .join();
  const three = groups.slice(start, start + 3).join('');
  if (lengths === '6,6,3' && parseLocalDate(three.replace(/^.{6}(..)(..)(..).*$/, '19$1-$2-$3'))) return 3;
  if (lengths === '3,4,4' && mobile.test(three)) return 3;
  const single = groups.slice(start, start + 11);
  return single.every(({ length }) => length === 1) && mobile.test(single.join('')) ? 11 : 0;
}

/** How many groups from `start` on are one number of a person. */
function personalAt(groups: readonly string[], start: number): number {
  const identity = identityAt(groups, start, false);
  const prefix = groups[start] === '86' ? 1 : 0;
  const short = identity > 0 ? 0 : shortAt(groups, start + prefix);
  return identity > 0 || short === 0 ? identity : short + prefix;
}

/** Whether a row of groups consists of numbers of persons and nothing else, as rows of amounts seldom do. */
function allPersonal(groups: readonly string[]): boolean {
  let place = 0;
  while (place < groups.length) {
    const count = personalAt(groups, place);
    if (count === 0) return false;
    place += count;
  }
  return true;
}

/** A row of groups of digits without the groups that `found` names. */
function withoutGroups(text: string, found: (groups: readonly string[], start: number) => number): string {
  const groups = text.split(/[ -]/);
  const signs = text.replaceAll(/[^ -]/g, '');
  let [place, kept] = [0, ''];
  while (place < groups.length) {
    const count = found(groups, place);
    kept += count > 0 ? ' ' : `${groups[place]}${signs[place] ?? ''}`;
    place += Math.max(1, count);
  }
  return kept;
}

const withoutSure = (text: string): string => withoutGroups(text, (groups, start) => identityAt(groups, start, true));

const cleanRow = (text: string): string =>
  withoutSure(text).replaceAll(row, (groups) => (allPersonal(groups.split(/[ -]/)) ? ' ' : groups));

/**
 * A text, its lines joined, without the numbers people are known by: identity numbers (18 or 15 digits, in one or in
 * groups, also over the end of a line) and mobile telephones (11 digits from 13 to 19, also with +86). `text` has
 * half-width digits, lower-case letters, line feeds as ends of lines, and blanks and dashes as only signs between groups.
 * Codes of companies, amounts, dates and numbers of files stay: digits in groups go only when their check digit is right
 * or their row is nothing else.
 */
export function withoutPersonalNumbers(text: string): string {
  const rows = text.replaceAll(word, cleanWord).replaceAll(dashedMobile, ' ').replaceAll(row, cleanRow);
  const lines = rows.replaceAll('\n', ' ').replaceAll(/ {2,}/g, ' ').trim();
  if (!text.includes('\n')) return lines;
  return lines.replaceAll(row, withoutSure).replaceAll(/ {2,}/g, ' ').trim();
}

/**
 * What was typed as a company's number, as far as it may be searched: nothing where it is the number of a person, and
 * without such a number where something else stands with it. `text` as for `withoutPersonalNumbers`.
 */
export function searchableCode(text: string): string {
  if (/^[0-9a-z]*$/.test(text)) return isNumberOfPerson(text) ? '' : text;
  return withoutPersonalNumbers(text);
}
