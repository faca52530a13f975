import { withoutPersonalNumbers } from './drop-numbers.ts';

/**
 * Whether a text of one line holds a number a person is known by, as far as `withoutPersonalNumbers` tells it: an identity
 * number or a mobile telephone, in whatever width and with whatever invisible between its digits.
 */
export function hasPersonalNumber(text: string): boolean {
  const folded = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .toLowerCase()
    .trim();
  return withoutPersonalNumbers(folded) !== folded;
}
