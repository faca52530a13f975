import type { SearchText } from '#electron/store/search/search-index.ts';
import type { PartyRow } from '#electron/store/tables/parties.ts';
import { searchableCode, withoutPersonalNumbers } from '#shared/domain/masking/drop-numbers.ts';
import { readingsOf } from './name-readings.ts';

/** Text in the one form the list is searched in: full-width forms made half, nothing invisible, lower case, spaces as one. */
export function foldForSearch(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .toLowerCase()
    .replaceAll(/[〔〕[\]{}【】]/g, (bracket) => ('〔[{【'.includes(bracket) ? '(' : ')'))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The words of a typed search, each folded; all of them must occur. */
export function searchWords(typed: string): readonly string[] {
  return foldForSearch(typed)
    .split(' ')
    .filter((word) => word !== '');
}

/** A number in a form that sorts as text: folded, every run of digits padded to eight. */
export function numberSortKey(number: string): string {
  return foldForSearch(number).replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** What of a file is indexed: `short` is looked through when very many files have a word, `long` when short has it not. */
export type Searched = {
  readonly windowNo: string;
  readonly caseNo: string | null;
  readonly cause: string;
  readonly parties: readonly Pick<PartyRow, 'name' | 'type' | 'uscc' | 'legalRep'>[];
  /** Summary, notes, names and texts of documents. */
  readonly texts: readonly string[];
};

const joined = (folded: readonly string[]): string => [...new Set(folded.filter((text) => text !== ''))].join('\n');

/** A character of no text that folding leaves as it is: it keeps the ends of lines. */
const lineEnd = '\uffff';

/** What people wrote, folded, without identity and mobile numbers. */
export function foldedWriting(text: string): string {
  const folded = foldForSearch(text.replaceAll(/[\t\n\v\f\r\u2028\u2029]+/g, lineEnd));
  return withoutPersonalNumbers(folded.replaceAll(lineEnd, '\n'));
}

/**
 * Everything a file can be found by, folded: its numbers, its cause by code and name, its parties' names and how they
 * sound, company codes, and its texts. Identity numbers and mobile telephones are never among it, wherever somebody wrote
 * them, as far as `withoutPersonalNumbers` tells them from other numbers.
 */
export function searchTextOf({ windowNo, caseNo, cause, parties, texts }: Searched): SearchText {
  const names = parties.flatMap(({ name: written, type, uscc, legalRep }) => {
    const name = foldedWriting(written);
    const { initials, whole } = readingsOf(name, type === 'person');
    return [name, ...initials, ...whole, searchableCode(foldForSearch(uscc)), foldedWriting(legalRep)];
  });
  const numbers = [caseNo ?? '', windowNo].map(foldForSearch);
  return { short: joined([...numbers, foldedWriting(cause), ...names]), long: joined(texts.map(foldedWriting)) };
}
