import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAccount, maskIdNo, maskName, maskPhone } from '#shared/domain/masking/mask.ts';

describe('masks', () => {
  it('look as the office expects them', () => {
    expect(maskIdNo('330102199001011234')).toBe('330***********1234');
    expect(maskIdNo('330102900101123')).toBe('330********1123');
    expect(maskIdNo('E12345678')).toBe('E1*****78');
    expect(maskPhone('13800000000')).toBe('138****0000');
    expect(maskPhone('57998765')).toBe('57****65');
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳修远')).toBe('欧**');
    expect(maskAccount('6222 0210 0111 6245 702')).toBe('***************5702');
  });

  it('show nothing of what is too short to hide, and nothing of nothing', () => {
    expect([maskIdNo('1234567'), maskPhone('110'), maskName('张'), maskAccount('123')]).toEqual([
      '*******',
      '***',
      '*',
      '***',
    ]);
    expect([maskIdNo(''), maskPhone(''), maskName(''), maskAccount('')]).toEqual(['', '', '', '']);
  });

  it('always hide at least a third of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (digits) => {
        for (const mask of [maskIdNo, maskPhone, maskAccount]) {
          const shown = mask(digits).replaceAll('*', '').length;
          expect(shown * 3 <= digits.length * 2).toBe(true);
          expect(mask(digits)).toHaveLength(digits.length);
        }
      }),
    );
  });

  it('never tear a character of two code units', () => {
    expect(maskName('𠮷田')).toBe('𠮷*');
  });
});
