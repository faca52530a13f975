import type { Fen } from '#shared/base/money.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Formula, type FormulaFault, namesIn } from './formula.ts';
import { rounded } from './fraction.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { readFormula } from './read-formula.ts';
import { digitsOf } from './tokens.ts';
import { valueOf } from './value-of.ts';
import { reckoningLines } from './write-formula.ts';

/** An amount with how it came about. */
export type Reckoning = {
  /** Rounded once, at the end, half up to the fen. */
  readonly fen: Fen;
  /** Nothing was rounded off. */
  readonly exact: boolean;
  /** The names of the formula, in their order. */
  readonly names: readonly string[];
  /** '月工资 × 月数', the parts in brackets, and '8,000.00 × 11 = 88,000.00'; '≈' where something was rounded off. */
  readonly lines: readonly string[];
};

function digitsOfInputs(
  text: string,
  formula: Formula,
  inputs: Inputs,
): Result<ReadonlyMap<string, string>, FormulaFault> {
  const digits = new Map<string, string>();
  for (const name of namesIn(formula)) {
    const typed = inputs.get(name) ?? '';
    const at = Math.max(0, text.indexOf(name));
    if (typed === '') return err({ code: 'formula.input-missing', at, what: name });
    const read = digitsOf(typed);
    if (read === undefined) return err({ code: 'formula.input-number', at, what: name });
    digits.set(name, read);
  }
  return ok(digits);
}

/** Reckons a formula with the values of its names (see `readInputs`) exactly, or says where and why it has no amount. */
export function reckon(text: string, inputsText: string): Result<Reckoning, FormulaFault> {
  const formula = readFormula(text);
  if (!formula.ok) return formula;
  const digits = digitsOfInputs(text, formula.value, readInputs(inputsText));
  if (!digits.ok) return digits;
  const value = valueOf(formula.value, digits.value);
  if (!value.ok) return value;
  const { units, exact } = rounded(value.value, 2);
  if (units < 0n) return err({ code: 'formula.negative', at: 0, what: '' });
  const fen = Number(units);
  if (!Number.isSafeInteger(fen)) return err({ code: 'formula.too-large', at: 0, what: '' });
  const lines = reckoningLines(formula.value, digits.value, value.value);
  return ok({ fen: fen as Fen, exact, names: namesIn(formula.value), lines });
}
