import { useTranslation } from 'react-i18next';
import type { Fen } from '#shared/base/money.ts';
import type { FormulaFault } from '#shared/domain/formula/formula.ts';
import { namesIn } from '#shared/domain/formula/formula.ts';
import { readInputs, writeInputs } from '#shared/domain/formula/inputs.ts';
import { readFormula } from '#shared/domain/formula/read-formula.ts';
import { reckon } from '#shared/domain/formula/reckon.ts';

/** The part of a claim that is reckoned. */
export type Reckoned = { readonly formula: string; readonly inputs: string; readonly amountFen: Fen | null };

/** The names a formula asks values for; while it cannot be read, those that have values already. */
export function namesAsked({ formula, inputs }: Pick<Reckoned, 'formula' | 'inputs'>): readonly string[] {
  const read = readFormula(formula);
  return read.ok ? namesIn(read.value) : [...readInputs(inputs).keys()];
}

/** The same claim after typing in its formula or its values: the amount follows as soon as it can be reckoned. */
export function retyped<T extends Reckoned>(claim: T, change: Partial<Pick<Reckoned, 'formula' | 'inputs'>>): T {
  const next = { ...claim, ...change };
  const sum = reckon(next.formula, next.inputs);
  return sum.ok ? { ...next, amountFen: sum.value.fen } : next;
}

/** The kept values with one of them typed anew. */
export function withInput(claim: Pick<Reckoned, 'formula' | 'inputs'>, name: string, value: string): string {
  return writeInputs(new Map([...readInputs(claim.inputs), [name, value]]), namesAsked(claim));
}

/** The sentence of a fault with its place, counted from 1. */
export function useFaultText(): (fault: FormulaFault) => string {
  const { t } = useTranslation('claim');
  return ({ code, at, what }) => t(`fault.${code}`, { at: at + 1, what });
}
