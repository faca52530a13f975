import { expect, it } from 'vitest';
import { shownCode } from '#shared/domain/masking/shown-code.ts';
import { madeUpCreditCode, madeUpId } from '#tests/support/made-up-parties.ts';

it('shows the code of a company as it was written, whatever its width', () => {
  const code = madeUpCreditCode('310118', 7);
  for (const written of [code, code.toLowerCase(), '310118000123456', '', `ＡＢ${code.slice(2)}`]) {
    expect(shownCode(written)).toBe(written);
  }
});

it('masks the number of a person that stands in its place', () => {
  const id = madeUpId('310118', '19850312', 7);
  for (const written of [id, ` ${id} `, id.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))]) {
    const shown = shownCode(written);
    expect(shown).toContain('*');
    expect(shown.normalize('NFKC')).not.toContain(id.slice(6, 14));
  }
});
