import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from '#electron/store/search/grams.ts';

/** What stands in a token as it is; every other character stands there by its number, between two private signs. */
const plain = /^[a-z0-9㐀-䶵一-龥]$/;
const written = (char: string): string =>
  plain.test(char) ? char : `\u{e000}${(char.codePointAt(0) ?? 0).toString(16)}\u{e001}`;

/** Every two neighbours between blanks, and the last one alone, as plainly as it can be said. */
function expected(text: string): string {
  const runs = text.split(/\s+/u).filter((run) => run !== '');
  const tokens = runs.flatMap((run) => {
    const chars = Array.from(run, written);
    return chars.map((char, at) => char + (chars[at + 1] ?? ''));
  });
  return tokens.join(' ');
}

const characters = [
  '王',
  '㐂',
  '鿫',
  '𬭎',
  '2',
  'a',
  'B',
  '(',
  '%',
  '\n',
  ' ',
  '\u00a0',
  '\ufeff',
  '😀',
  'é',
  '\ud800',
];

describe('the tokens of a text', () => {
  it('are every two neighbours and the last of each run, whatever the characters are', () => {
    expect(gramsOf('王伟 2\n工')).toBe('王伟 伟 2 工');
    expect(gramsOf(' \n')).toBe('');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters)), (chars) => {
        expect(gramsOf(chars.join(''))).toBe(expected(chars.join('')));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(gramsOf(text)).toBe(expected(text));
      }),
      { numRuns: 200 },
    );
  });
});
