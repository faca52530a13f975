import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLayout } from '#shared/reading/without-layout.ts';

describe('text without its layout', () => {
  it('makes Chinese words whole and leaves Latin words and numbers apart', () => {
    expect(withoutLayout('加班工\n　　资，\n共 3000\r\n元')).toBe('加班工资，共3000元');
    expect(withoutLayout('王 𬭎\n𠮷 样')).toBe('王𬭎𠮷样');
    expect(withoutLayout('of two\nwords 12 34')).toBe('of two\nwords 12 34');
    // Two numbers of persons would be none where they ran together, and be searched by.
    const wide = '１３８００１３８０００\n１３９００１３９０００　ＡＢ ＣＤ';
    expect(withoutLayout(wide)).toBe(wide);
  });

  it('loses no character that is seen, and nothing more the second time', () => {
    const character = fc.constantFrom('工', '𬭎', '，', 'a', '7', '７', ' ', '\n', '　', '\t');
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = characters.join('');
        const without = withoutLayout(text);
        expect(without.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        expect(withoutLayout(without)).toBe(without);
        expect(/\p{Script=Han}\s|\s\p{Script=Han}/u.test(without)).toBe(false);
      }),
    );
  });

  it('takes time in proportion to its length, whatever it holds', () => {
    const blanks = `a${' '.repeat(2_000_000)}b`;
    expect(withoutLayout(blanks)).toBe(blanks);
    expect(withoutLayout('工 '.repeat(500_000))).toHaveLength(500_000);
  });
});
