import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type RuleSet, ruleOn } from './pack.ts';
import type { LimitRoll, LimitRule, LimitUnit } from './rule.ts';

/** What an office decides of one default row, from a day on. */
export type OfficeRule = {
  /** Id of the row. */
  readonly rule: string;
  /** Limits that start on this day or later are counted by it. */
  readonly from: LocalDate;
  /** There is no such limit here any more; the other fields then say nothing. */
  readonly off: boolean;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly roll: LimitRoll;
  /** What the decision rests on, in the office's words. */
  readonly basis: string;
};

/** Why an office cannot decide that. */
export type OfficeRuleFault =
  | 'rule.unknown'
  | 'rule.statutory'
  | 'rule.of-both-offices'
  | 'rule.no-amount'
  | 'rule.bad-amount'
  | 'rule.no-basis'
  | 'rule.unchanged';

/** Longest limit an office can set, in its unit; a sound amount is far below. */
const mostUnits = 3650;

function faultOf(row: LimitRule | undefined, said: OfficeRule): OfficeRuleFault | undefined {
  if (row === undefined) return 'rule.unknown';
  // Both offices of a request count the same days, so neither changes its rows alone.
  if (row.id.startsWith('REQ.')) return 'rule.of-both-offices';
  if (row.confidence !== 'default') return 'rule.statutory';
  if (said.off) return undefined;
  // How long an extension may be is looked up by the rule it lengthens, whatever the day.
  if (row.form !== undefined || row.trigger === 'extended' || row.amount === 0) return 'rule.no-amount';
  if (!Number.isInteger(said.amount) || said.amount < 1 || said.amount > mostUnits) return 'rule.bad-amount';
  if (said.basis.trim() === '') return 'rule.no-basis';
  const same = row.amount === said.amount && row.unit === said.unit && row.roll === said.roll;
  return same ? 'rule.unchanged' : undefined;
}

/**
 * The row an office puts over a default one. Only defaults can be decided on: what the law says certainly is not an
 * office's to change, and the rows of requests bind two offices.
 */
export function officeRow(shipped: RuleSet, said: OfficeRule): Result<LimitRule, OfficeRuleFault> {
  const row = ruleOn(shipped, said.rule, said.from);
  const fault = faultOf(row, said);
  if (row === undefined || fault !== undefined) return err(fault ?? 'rule.unknown');
  const { effectiveTo: _until, ...rest } = row;
  if (said.off) return ok({ ...rest, effectiveFrom: said.from, off: true });
  const { amount, unit, roll, basis } = said;
  return ok({
    ...rest,
    ...{ amount, unit, roll, effectiveFrom: said.from, confidence: 'office' },
    basis: [{ zh: basis.trim(), en: basis.trim() }, ...row.basis],
  });
}

/** The rules with an office's own rows over them; one that no longer fits what ships is left out. */
export function withOfficeRules(shipped: RuleSet, own: readonly OfficeRule[], version: string): RuleSet {
  const rows = own.flatMap((said) => {
    const made = officeRow(shipped, said);
    return made.ok ? [made.value] : [];
  });
  return { id: `${shipped.id}+own`, version: `${shipped.version}+${version}`, rows: [...shipped.rows, ...rows] };
}
