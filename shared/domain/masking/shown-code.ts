import { searchableCode } from './drop-numbers.ts';
import { maskIdNo } from './mask.ts';

/** A company's number as it was written, which is public; masked where it is the number of a person. */
export function shownCode(code: string): string {
  const folded = code.normalize('NFKC').toLowerCase().trim();
  return searchableCode(folded) === folded ? code : maskIdNo(code);
}
