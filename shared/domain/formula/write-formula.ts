import type { Formula } from './formula.ts';
import { type Fraction, rounded } from './fraction.ts';
import { valueOf } from './value-of.ts';

type Digits = ReadonlyMap<string, string>;

/** Decimals a part in brackets is shown with; the amount itself has two. */
const partDecimals = 6;

function grouped(digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** The text of a formula, with its names or, where their digits are given, with those in their place. */
function write(formula: Formula, digits: Digits | undefined): string {
  switch (formula.kind) {
    case 'number':
      return grouped(formula.digits);
    case 'name':
      return digits === undefined ? formula.name : grouped(digits.get(formula.name) ?? '');
    case 'group':
      return `(${write(formula.of, digits)})`;
    case 'negative':
      return `−${write(formula.of, digits)}`;
    case 'percent':
      return `${write(formula.of, digits)}%`;
    default:
      return `${write(formula.left, digits)} ${formula.sign} ${write(formula.right, digits)}`;
  }
}

function equals(value: Fraction, decimals: number, least: number): string {
  const { units, exact } = rounded(value, decimals);
  const size = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const shown = `${grouped(size.slice(0, -decimals))}.${size.slice(-decimals)}`;
  const spare = new RegExp(`0{0,${decimals - least}}$`);
  return `${exact ? '=' : '≈'} ${units < 0n ? '−' : ''}${shown.replace(spare, '')}`;
}

/** The brackets of a formula that hold a reckoning, the inner ones first. */
function groupsIn(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'name':
      return [];
    case 'pair':
      return [...groupsIn(formula.left), ...groupsIn(formula.right)];
    default:
      return [...groupsIn(formula.of), ...(formula.kind === 'group' && formula.of.kind === 'pair' ? [formula.of] : [])];
  }
}

/** How an amount came about, line by line: the formula when it has names, each bracket, and the whole in numbers. */
export function reckoningLines(formula: Formula, digits: Digits, value: Fraction): readonly string[] {
  const parts = groupsIn(formula).flatMap((group) => {
    const part = valueOf(group, digits);
    return part.ok ? [`${write(group, digits)} ${equals(part.value, partDecimals, 2)}`] : [];
  });
  return [
    ...(digits.size === 0 ? [] : [write(formula, undefined)]),
    ...parts,
    `${write(formula, digits)} ${equals(value, 2, 2)}`,
  ];
}
