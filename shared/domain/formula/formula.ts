/** The four operations as they are shown. */
export type Sign = '+' | '−' | '×' | '÷';

/** A part of a formula. `at` is its place in the text, in characters from 0. */
export type Formula =
  | { readonly kind: 'number'; readonly digits: string; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'group' | 'negative' | 'percent'; readonly of: Formula; readonly at: number }
  | {
      readonly kind: 'pair';
      readonly sign: Sign;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    };

/** Why a formula has no amount, and where: `at` in characters from 0, `what` the text the reason is about. */
export type FormulaFault = {
  readonly code:
    | 'formula.too-long'
    | 'formula.character'
    | 'formula.number'
    | 'formula.name-long'
    | 'formula.ends-early'
    | 'formula.out-of-place'
    | 'formula.unclosed'
    | 'formula.too-deep'
    | 'formula.input-missing'
    | 'formula.input-number'
    | 'formula.divided-by-zero'
    | 'formula.negative'
    | 'formula.too-large';
  readonly at: number;
  readonly what: string;
};

/** What a formula may hold at most: characters, characters of a name, digits before and after the point, depth. */
export const formulaLimits = { text: 300, name: 20, whole: 12, decimals: 6, depth: 20 } as const;

/** The names a formula asks values for, each once, in the order they first stand in it. */
export function namesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'name':
      return [formula.name];
    case 'pair':
      return [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])];
    default:
      return namesIn(formula.of);
  }
}
