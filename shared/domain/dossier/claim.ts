import type { LocalDate } from '#shared/base/local-date.ts';
import type { Fen } from '#shared/base/money.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Bilingual } from '../deadline/rule.ts';
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

/** What is asked for, or on the side of inspection what is looked into. */
export type Claim = {
  readonly code: string;
  readonly amountFen: Fen | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** How the amount is reckoned and on what it rests. */
  readonly basis: string;
};

/** Why a claim cannot be stored. */
export type ClaimRefusal =
  | TextRefusal
  | {
      readonly code: 'claim.code-unknown' | 'claim.amount-negative' | 'claim.ends-before-it-begins';
      readonly field: string;
    };

/** The claim types of one side, in the order of the office's list. */
export function claimTypesFor(side: DossierSide): readonly ClaimType[] {
  return claimTypes.filter((type) => type.side === side);
}

/** Makes a typed claim fit to be stored. A missing amount only warns: many claims are quantified later. */
export function readClaim(
  side: DossierSide,
  typed: Claim,
): Result<{ readonly claim: Claim; readonly warnings: readonly Warning[] }, ClaimRefusal> {
  const type = claimTypes.find((row) => row.side === side && row.code === typed.code);
  if (type === undefined) return err({ code: 'claim.code-unknown', field: 'code' });
  if (typed.amountFen !== null && typed.amountFen < 0)
    return err({ code: 'claim.amount-negative', field: 'amountFen' });
  if (typed.from !== null && typed.to !== null && typed.to < typed.from) {
    return err({ code: 'claim.ends-before-it-begins', field: 'to' });
  }
  const read = readTexts(typed, { basis: { max: 4000, multiline: true } });
  if (!read.ok) return read;
  const missing: readonly Warning[] =
    type.money && side === 'arb' && typed.amountFen === null ? [{ code: 'claim.no-amount', field: 'amountFen' }] : [];
  return ok({ claim: { ...typed, ...read.value.texts }, warnings: [...read.value.warnings, ...missing] });
}

/** Sum of the amounts, exact; null when it is beyond what can be counted exactly. */
export function sumOfClaims(claims: readonly Pick<Claim, 'amountFen'>[]): number | null {
  const sum = claims.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
  return Number.isSafeInteger(sum) ? sum : null;
}
