import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Bilingual } from '../deadline/rule.ts';
import { type FormulaFault, formulaLimits } from '../formula/formula.ts';
import { readInputs, writeInputs } from '../formula/inputs.ts';
import { reckon } from '../formula/reckon.ts';
import { readTexts, type TextRefusal } from '../party/read-texts.ts';
import type { Warning } from '../party/warning.ts';
import { claimTypes } from './data/claim-types.ts';
import type { DossierSide } from './dossier.ts';

/** A kind of claim (仲裁请求) or, on the side of inspection, a matter (监察事项). */
export type ClaimType = {
  readonly code: string;
  readonly side: DossierSide;
  readonly name: Bilingual;
  /** An amount of money is usual. */
  readonly money: boolean;
};

/** Whether the award of an item is final (终局, 调解仲裁法47) or not (非终局); empty while nothing is decided. */
export const finalities = ['', 'final', 'non-final'] as const;

/** One of `finalities`. */
export type Finality = (typeof finalities)[number];

/** What is asked for, or on the side of inspection what is looked into, and what became of it. */
export type Claim = {
  readonly code: string;
  /** As claimed. With a formula it is what that comes to, never typed. */
  readonly amountFen: Fen | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** How the amount is reckoned (see `readFormula`), and the values of its names (see `readInputs`); or empty. */
  readonly formula: string;
  readonly inputs: string;
  /** Awarded by the award (裁决) and whether that is final. */
  readonly awardedFen: Fen | null;
  readonly finality: Finality;
  /** Agreed in mediation (调解). */
  readonly mediatedFen: Fen | null;
  /** Who pays: usually a party by name. */
  readonly payer: string;
  /** On what the claim rests. */
  readonly basis: string;
};

/** A claim nothing is known of but its type. */
export const bareClaim: Omit<Claim, 'code'> = {
  ...{ amountFen: null, from: null, to: null, formula: '', inputs: '', awardedFen: null, finality: '' },
  ...{ mediatedFen: null, payer: '', basis: '' },
};

type AmountField = 'amountFen' | 'awardedFen' | 'mediatedFen';

/** Why a claim cannot be stored. `at` of a formula is the place in its text, from 1. */
export type ClaimRefusal =
  | TextRefusal
  | {
      readonly code: 'claim.code-unknown' | 'claim.amount-negative' | 'claim.ends-before-it-begins';
      readonly field: string;
    }
  | {
      readonly code: FormulaFault['code'];
      readonly field: 'formula' | 'inputs';
      readonly facts: { readonly at: number };
    };

/** The claim types of one side, in the order of the office's list. */
export function claimTypesFor(side: DossierSide): readonly ClaimType[] {
  return claimTypes.filter((type) => type.side === side);
}

const texts = {
  formula: { max: formulaLimits.text },
  inputs: { max: 600 },
  payer: { max: 200 },
  basis: { max: 4000, multiline: true },
} as const;

const amounts: readonly AmountField[] = ['amountFen', 'awardedFen', 'mediatedFen'];

/** The claim with the amount its formula comes to; without a formula it is as it was typed, values left over gone. */
function reckoned(claim: Claim): Result<Claim, ClaimRefusal> {
  if (claim.formula === '') return ok({ ...claim, inputs: '' });
  const sum = reckon(claim.formula, claim.inputs);
  if (!sum.ok) {
    const { code, at } = sum.error;
    return err({ code, field: code.startsWith('formula.input') ? 'inputs' : 'formula', facts: { at: at + 1 } });
  }
  const { fen, names } = sum.value;
  return ok({ ...claim, inputs: writeInputs(readInputs(claim.inputs), names), amountFen: fen });
}

/** Makes a typed claim fit to be stored. A missing amount only warns: many claims are quantified later. */
export function readClaim(
  side: DossierSide,
  typed: Claim,
): Result<{ readonly claim: Claim; readonly warnings: readonly Warning[] }, ClaimRefusal> {
  const type = claimTypes.find((row) => row.side === side && row.code === typed.code);
  if (type === undefined) return err({ code: 'claim.code-unknown', field: 'code' });
  const negative = amounts.find((field) => (typed[field] ?? 0) < 0);
  if (negative !== undefined) return err({ code: 'claim.amount-negative', field: negative });
  if (typed.from !== null && typed.to !== null && typed.to < typed.from) {
    return err({ code: 'claim.ends-before-it-begins', field: 'to' });
  }
  const read = readTexts(typed, texts);
  if (!read.ok) return read;
  const claim = reckoned({ ...typed, ...read.value.texts });
  if (!claim.ok) return claim;
  const missing: readonly Warning[] =
    type.money && side === 'arb' && claim.value.amountFen === null
      ? [{ code: 'claim.no-amount', field: 'amountFen' }]
      : [];
  return ok({ claim: claim.value, warnings: [...read.value.warnings, ...missing] });
}

/** Sum of the amounts, exact; null when it is beyond what can be counted exactly. */
export function sumOfClaims(claims: readonly Pick<Claim, 'amountFen'>[]): number | null {
  const sum = claims.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
  return Number.isSafeInteger(sum) ? sum : null;
}
