import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumeral, readChineseNumeral } from '#shared/domain/numbering/chinese-numeral.ts';

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [123, '一百二十三'],
    [210, '二百一十'],
    [999, '九百九十九'],
  ])('%i is written %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
  });

  it('are read back as the number they were written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(readChineseNumeral(chineseNumeral(n))).toBe(n);
      }),
    );
  });

  it.each(['', '零', '一一', '百', '二百五', '十十', '一千', '1', '一百五', '一百零十'])('%s is none', (text) => {
    expect(readChineseNumeral(text)).toBeUndefined();
  });
});
