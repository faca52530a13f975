import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon } from '#shared/domain/formula/reckon.ts';

const lines = (text: string, inputs = '') => {
  const read = reckon(text, inputs);
  return read.ok ? read.value.lines : read.error;
};
const fault = (text: string, inputs = '') => {
  const read = reckon(text, inputs);
  return read.ok ? read.value.fen : [read.error.code, read.error.at, read.error.what];
};

describe('a formula', () => {
  it('shows how it came to its amount', () => {
    expect(lines('月工资 × 月数', '月工资=8000.00;月数=11')).toEqual(['月工资 × 月数', '8,000.00 × 11 = 88,000.00']);
    expect(lines('(8200+500.5)*3-1,000')).toEqual([
      '8,200 + 500.5 = 8,700.50',
      '(8,200 + 500.5) × 3 − 1,000 = 25,101.50',
    ]);
    expect(lines('（8200 ÷ 21.75）×11×200％')).toEqual([
      '8,200 ÷ 21.75 ≈ 377.011494',
      '(8,200 ÷ 21.75) × 11 × 200% ≈ 8,294.25',
    ]);
  });

  it('keeps the order of the operations, and what is taken away from the left', () => {
    expect(fault('2 + 3 × 4 − 1 − 1')).toBe(1200);
    expect(fault('100 ÷ 10 ÷ 2')).toBe(500);
    expect(fault('10 − (2 − −3)')).toBe(500);
  });

  it('rounds once, half up', () => {
    expect(fault('0.005')).toBe(1);
    expect(fault('0.0049 × 2')).toBe(1);
    expect(fault('0.004 + 0.004')).toBe(1);
    expect(fault('10 ÷ 3 × 3')).toBe(1000);
    expect(fault('1.005 × 100')).toBe(10_050);
  });

  it.each([
    ['', ['formula.ends-early', 0, '']],
    ['8000 ×', ['formula.ends-early', 6, '']],
    ['8000 × × 11', ['formula.out-of-place', 7, '×']],
    ['8000 11', ['formula.out-of-place', 5, '11']],
    ['(8000 × 11', ['formula.unclosed', 0, '(']],
    ['8000)', ['formula.out-of-place', 4, ')']],
    ['80,00', ['formula.number', 0, '80,00']],
    ['1.2.3', ['formula.number', 0, '1.2.3']],
    ['8000 & 2', ['formula.character', 5, '&']],
    ['8000 ÷ (3 − 3)', ['formula.divided-by-zero', 5, '÷']],
    ['3 − 8', ['formula.negative', 0, '']],
    ['999999999999 × 999999999999', ['formula.too-large', 0, '']],
    [`${'('.repeat(40)}1`, ['formula.too-deep', 20, '']],
    ['1'.repeat(400), ['formula.too-long', 300, '']],
    ['constructor × 2', ['formula.input-missing', 0, 'constructor']],
  ])('says where and why %j has no amount', (text, expected) => {
    expect(fault(text)).toEqual(expected);
  });

  it('asks for the values of its names', () => {
    expect(fault('月工资 × 月数', '月工资=8000')).toEqual(['formula.input-missing', 6, '月数']);
    expect(fault('月工资 × 月数', '月工资=八千;月数=2')).toEqual(['formula.input-number', 0, '月工资']);
  });
});

describe('reckoning', () => {
  const cents = fc.integer({ min: 0, max: 10 ** 9 });
  const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

  it('is exact for sums and products', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 400 }), (all, by) => {
        const sum = all.reduce((total, one) => total + one, 0);
        expect(fault(`(${all.map(yuan).join(' + ')}) × ${by}`)).toBe(sum * by);
      }),
    );
  });

  it('is the exact quotient, rounded half up', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 10 ** 6 }), (fen, by) => {
        const exact = (BigInt(fen) * 2n + BigInt(by)) / (BigInt(by) * 2n);
        expect(fault(`${yuan(fen)} ÷ ${by}`)).toBe(Number(exact));
        expect(fault(`${yuan(fen)} ÷ ${by} × ${by}`)).toBe(fen);
      }),
    );
  });

  it('answers every text with a whole number of fen or a place in it', () => {
    const piece = fc.constantFrom('(', ')', '+', '-', '×', '÷', '%', ' ', '21.75', '8,000', '月', '0', '.', '=', '；');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string({ maxLength: 20 }), (pieces, other) => {
        for (const text of [pieces.join(''), other]) {
          const read = reckon(text, '月=3');
          if (read.ok) {
            expect(Number.isSafeInteger(read.value.fen) && read.value.fen >= 0).toBe(true);
          } else {
            expect(read.error.at).toBeGreaterThanOrEqual(0);
            expect(read.error.at).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});
