import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPersonalNumbers } from '#shared/domain/masking/drop-numbers.ts';
import { creditCodeCheck, organisationCodeCheck } from '#shared/domain/party/credit-code.ts';
import { residentIdCheckDigit } from '#shared/domain/party/identity-number.ts';

const born = (day: string): string => `330421${day}001`;
const identity = `${born('19900307')}${residentIdCheckDigit(born('19900307'))}`.toLowerCase();
const child = `${born('20200307')}${residentIdCheckDigit(born('20200307'))}`.toLowerCase();
const first16 = `91330421${'70123456'}`;
const digitsCode = `${first16}${organisationCodeCheck('70123456')}`;
const company = `${digitsCode}${creditCodeCheck(digitsCode)}`.toLowerCase();

describe('what people wrote, without the numbers of persons', () => {
  it.each([
    ['an identity number', `身份证${identity}号`],
    ['one with a wrong check digit', '身份证330421199003070000号'],
    ['one that ends in x', '身份证33042119900307001x号'],
    ['one glued to letters', `id${identity}号`],
    ['one of before 1999', '身份证330421900307001号'],
    ['one in groups', '身份证330421 19900307 0000号'],
    ['one in other groups', '身份证330421-1990-0307-0000号'],
    ['one in fours', '身份证3304 2119 9003 0700 00号'],
    ['one digit by digit', `身份证${[...'33042119900307000x'].join(' ')}号`],
    ['an old one in groups', '身份证330421 900307 001号'],
    ['one over the end of a line', `身份证${identity.slice(0, 11)}\n${identity.slice(11)}号`],
    ['a mobile telephone', '电话13800000000号'],
    ['one with the prefix of the country', '电话+8613800000000号'],
    ['one with a prefix in groups', '电话+86 138 0000 0000号'],
    ['one in groups', '电话138 0000 0000号'],
    ['one with dashes', '电话2026-03-07 138-0000-0000号'],
    ['two beside each other', `电话138 0000 0000 ${identity} 139 0000 0000号`],
    ['two in groups', '电话138 0000 0000 139 0000 0000号'],
    ['a telephone in a line of its own', '电话\n138 0000 0000\n12 号'],
  ])('drops %s', (_, text) => {
    const left = withoutPersonalNumbers(text);
    expect(left).toMatch(/^(?:身份证|id|电话)/);
    expect(left).toMatch(/号$/);
    expect(left.replaceAll(/2026-03-07|12 号/g, '')).not.toMatch(/\d/);
  });

  it('drops the number of a child in groups among others only by its check digit', () => {
    const groups = `${child.slice(0, 6)} ${child.slice(6, 14)} ${child.slice(14)}`;
    expect(withoutPersonalNumbers(`1 ${groups} 2000`)).toBe('1 2000');
    expect(withoutPersonalNumbers('100421 20200307 4501')).toBe('100421 20200307 4501');
  });

  it.each([
    ['a number of a file', '青劳人仲(2026)办字第138号'],
    ['the number of a window', '收2026-13800'],
    ['amounts', '工资12000.50元,加班费 150 2000 3000 5150 元,合计1380000元'],
    ['dates', '2026-03-12至2026年3月20日 20260312'],
    ['a company code with letters', '91330421ma2cxxxx1x'],
    ['a company code of digits', company],
    ['a bank account', '6222020000000000000'],
    ['a telephone of a house', '0573-88880000 88880000'],
    ['an amount in fen', '123456789012'],
    ['signs between numbers', '3 x 4 - 5'],
    ['nothing', ''],
  ])('keeps %s', (_, text) => {
    expect(withoutPersonalNumbers(text)).toBe(text);
  });

  it('leaves no number of a person in any text, keeps every word without digits, and is soon done', () => {
    const part = fc.oneof(fc.constantFrom(identity, child, '13800000000'), fc.constantFrom('工资', 'a', ' ', '(', '-'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        // Two numbers with nothing between them are no longer the shape of either.
        const text = parts.flatMap((one) => [one, ',']).join('');
        const left = withoutPersonalNumbers(text);
        for (const number of [identity, child, '13800000000']) expect(left).not.toContain(number);
        expect(left.match(/工资|a/g) ?? []).toEqual(text.match(/工资|a/g) ?? []);
        expect(withoutPersonalNumbers(left)).toBe(left);
      }),
    );
    const began = performance.now();
    for (const long of ['1'.repeat(50_000), '12 '.repeat(20_000), 'a1'.repeat(30_000), '1-'.repeat(30_000)])
      withoutPersonalNumbers(long);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
