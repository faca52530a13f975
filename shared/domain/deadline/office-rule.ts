import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type RuleSet, ruleOn } from './pack.ts';
import type { LimitRoll, LimitRule, LimitUnit } from './rule.ts';

/** What an office decides of one default row, from a day on. */
export type OfficeRule = {
  /** Id of the row. */
  readonly rule: string;
  /** Limits that start on this day or later are counted by it, until the day of a further decision. */
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
  // How long an extension may be is the law's or the decision's.
  if (row.form !== undefined || row.trigger === 'extended' || row.amount === 0) return 'rule.no-amount';
  if (!Number.isInteger(said.amount) || said.amount < 1 || said.amount > mostUnits) return 'rule.bad-amount';
  return said.basis.trim() === '' ? 'rule.no-basis' : undefined;
}

/**
 * The row an office puts over a default one. Only defaults can be decided on: what the law says certainly is not an
 * office's to change, and the rows of requests bind two offices.
 */
export function officeRow(shipped: RuleSet, said: OfficeRule): Result<LimitRule, OfficeRuleFault> {
  const row = ruleOn(shipped, said.rule, said.from);
  const fault = faultOf(row, said);
  if (row === undefined || fault !== undefined) return err(fault ?? 'rule.unknown');
  const { effectiveTo: _until, sinceUnread: _unread, ...rest } = row;
  if (said.off) return ok({ ...rest, effectiveFrom: said.from, off: true });
  const { amount, unit, roll, basis } = said;
  return ok({
    ...rest,
    ...{ amount, unit, roll, effectiveFrom: said.from, confidence: 'office' },
    basis: [{ zh: basis.trim(), en: basis.trim() }, ...row.basis],
  });
}

/**
 * The row of a further decision over those that stand. Refused also when every limit would be counted as before; going
 * back to what ships from some day on is a change when something else stood until then.
 */
export function nextOfficeRow(
  shipped: RuleSet,
  standing: readonly OfficeRule[],
  said: OfficeRule,
): Result<LimitRule, OfficeRuleFault> {
  const made = officeRow(shipped, said);
  if (!made.ok) return made;
  const now = ruleOn(withOfficeRules(shipped, standing, ''), said.rule, said.from);
  const { amount, unit, roll } = said;
  const same = said.off ? now === undefined : now?.amount === amount && now.unit === unit && now.roll === roll;
  return same && standing.every(({ from }) => from <= said.from) ? err('rule.unchanged') : made;
}

const repeats = (a: OfficeRule | undefined, b: OfficeRule | undefined): boolean =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);

/**
 * The decisions on one row that stand after the last of them, oldest first, each in force until the day of the next.
 * `course`: everything that came into force, oldest first; undefined puts back what ships. A later decision goes over
 * the earlier ones from its own day on and leaves the time before it to them. One that repeats the last but one puts
 * back what stood then, also where the one between reached further back.
 */
export function standingRules(course: readonly (OfficeRule | undefined)[]): readonly OfficeRule[] {
  const stood: (readonly OfficeRule[])[] = [[]];
  for (const [place, said] of course.entries()) {
    const [before, last] = [stood[place - 1], stood[place] ?? []];
    if (said === undefined) stood.push([]);
    else if (before !== undefined && repeats(course[place - 2], said)) stood.push(before);
    else stood.push([...last.filter(({ from }) => from < said.from), said]);
  }
  return stood.at(-1) ?? [];
}

/** The rules with an office's own rows over them; one that no longer fits what ships is left out. */
export function withOfficeRules(shipped: RuleSet, own: readonly OfficeRule[], version: string): RuleSet {
  const rows = own.flatMap((said) => {
    const made = officeRow(shipped, said);
    return made.ok ? [made.value] : [];
  });
  return { id: `${shipped.id}+own`, version: `${shipped.version}+${version}`, rows: [...shipped.rows, ...rows] };
}
