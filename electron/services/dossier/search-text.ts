import type { PartyRow } from '#electron/store/tables/parties.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** Text in the one form the list is searched in: full-width forms made half, nothing invisible, lower case, spaces as one. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
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

/** Everything a file can be found by: its numbers, cause, and its parties' names, their initials and company codes. */
export function searchTextOf(
  file: { readonly windowNo: string; readonly caseNo: string | null; readonly cause: string },
  parties: readonly Pick<PartyRow, 'name' | 'uscc'>[],
): string {
  const texts = [
    file.caseNo ?? '',
    file.windowNo,
    file.cause,
    ...parties.flatMap(({ name, uscc }) => [name, ...pinyinInitials(name), uscc]),
  ];
  return texts
    .map(foldForSearch)
    .filter((text) => text !== '')
    .join('\n');
}
