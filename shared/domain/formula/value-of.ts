import { err, ok, type Result } from '#shared/base/result.ts';
import type { Formula, FormulaFault } from './formula.ts';
import { dividedBy, type Fraction, fractionOf, minus, plus, times } from './fraction.ts';

/** The exact value of a formula over the digits of its names, without any rounding. */
export function valueOf(formula: Formula, digits: ReadonlyMap<string, string>): Result<Fraction, FormulaFault> {
  switch (formula.kind) {
    case 'number':
      return ok(fractionOf(formula.digits));
    case 'name':
      return ok(fractionOf(digits.get(formula.name) ?? '0'));
    case 'pair':
      return pairValue(formula, digits);
    default: {
      const of = valueOf(formula.of, digits);
      if (!of.ok || formula.kind === 'group') return of;
      return ok(formula.kind === 'negative' ? minus(of.value) : times(of.value, { over: 1n, under: 100n }));
    }
  }
}

function pairValue(
  { sign, left, right, at }: Extract<Formula, { kind: 'pair' }>,
  digits: ReadonlyMap<string, string>,
): Result<Fraction, FormulaFault> {
  const a = valueOf(left, digits);
  if (!a.ok) return a;
  const b = valueOf(right, digits);
  if (!b.ok) return b;
  if (sign === '+') return ok(plus(a.value, b.value));
  if (sign === '−') return ok(plus(a.value, minus(b.value)));
  if (sign === '×') return ok(times(a.value, b.value));
  const quotient = dividedBy(a.value, b.value);
  return quotient === undefined ? err({ code: 'formula.divided-by-zero', at, what: '÷' }) : ok(quotient);
}
