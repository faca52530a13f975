import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { checkCreditCode, creditCodeCheck } from '#shared/domain/party/credit-code.ts';
import {
  checkResidentId,
  normaliseIdentityNumber,
  residentIdCheckDigit,
} from '#shared/domain/party/identity-number.ts';

const today = localDate('2026-05-18');
const id = (text: string) => checkResidentId(text, today).map((warning) => warning.code);
const uscc = (text: string) => checkCreditCode(text).map((warning) => warning.code);

describe('resident identity numbers', () => {
  it('knows the samples of the standard', () => {
    expect(id('11010519491231002X')).toEqual([]);
    expect(id('440524188001010014')).toEqual([]);
  });

  it.each([
    ['110105194912310021', ['id.check-digit']],
    ['11010519491331002X', ['id.check-digit', 'id.birth-date']],
    ['1101051949123100', ['id.length']],
    ['11010519491231X02X', ['id.format']],
    ['99010519491231002X', ['id.check-digit', 'id.region']],
    ['310118850101123', ['id.old-form']],
    ['310118851301123', ['id.old-form', 'id.birth-date']],
    ['', []],
  ])('says of %s: %j', (text, expected) => {
    expect(id(text)).toEqual(expected);
  });

  it('notices a birth in the future', () => {
    const first17 = '31011820991231002';
    expect(id(first17 + residentIdCheckDigit(first17))).toEqual(['id.birth-future']);
  });

  it('reads full-width digits, a small x, spaces and dashes', () => {
    expect(normaliseIdentityNumber(' 110105－19491231 002x')).toBe('11010519491231002X');
    expect(id('110105 19491231 002x')).toEqual([]);
  });

  it('notices every single wrong digit and every pair swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const right = '11010519491231002X';
        const wrong = right.slice(0, at) + digit + right.slice(at + 1);
        expect(id(wrong).includes('id.check-digit')).toBe(wrong !== right);
        const swapped =
          right.slice(0, at) +
          right
            .slice(at, at + 2)
            .split('')
            .toReversed()
            .join('') +
          right.slice(at + 2);
        expect(id(swapped).length > 0).toBe(swapped !== right);
      }),
    );
  });
});

describe('unified social credit codes', () => {
  it.each(['91350100M000100Y43', '91330100799655058B', '91440300708461136T', '91110000802100433B'])(
    'accepts %s',
    (code) => {
      expect(uscc(code)).toEqual([]);
      expect(uscc(code.toLowerCase())).toEqual([]);
    },
  );

  it.each([
    ['91310115MA1H8R7C6D', ['uscc.check-digit']],
    ['91350100M000100Y4Z', ['uscc.format']],
    ['91350100M000100I43', ['uscc.format']],
    ['9135', ['uscc.length']],
    ['', []],
  ])('says of %s: %j', (code, expected) => {
    expect(uscc(code).filter((warning) => warning !== 'uscc.organisation-code')).toEqual(expected);
  });

  it('only mentions a wrong organisation code inside', () => {
    const first17 = '91350100M000100Y5';
    expect(uscc(first17 + creditCodeCheck(first17))).toEqual(['uscc.organisation-code']);
  });
});
