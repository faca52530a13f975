import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type RuleSet, ruleOn } from './pack.ts';
import {
  type Bilingual,
  countsHours,
  type LimitRoll,
  type LimitRule,
  type LimitTrigger,
  type LimitUnit,
  mayStart,
} from './rule.ts';

/** A limit of the office's own that no shipped row has. */
export type MadeRule = {
  readonly name: Bilingual;
  readonly trigger: LimitTrigger;
};

/** What an office decides of one row, from a day on. */
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
  /** First day on which it no longer counts: limits that start then are counted by what lies beneath again. */
  readonly until?: LocalDate;
  /** A local text sets another length than the law's row: without this word the law's rows are not an office's to change. */
  readonly local?: true;
  /** The row is the office's own, under an id of `ownRuleId`. */
  readonly made?: MadeRule;
  /** First two digits of the province, of local texts and own rows. */
  readonly region?: string;
};

/** Form of the ids of an office's own limits: what ships never bears one. */
export const ownRuleId = /^(?:ARB|LSI)\.OWN\.[A-Z0-9][A-Z0-9_]{1,23}$/;

/** Why an office cannot decide that. */
export type OfficeRuleFault =
  | 'rule.unknown'
  | 'rule.statutory'
  | 'rule.of-both-offices'
  | 'rule.no-amount'
  | 'rule.bad-amount'
  | 'rule.no-basis'
  | 'rule.no-name'
  | 'rule.bad-code'
  | 'rule.bad-trigger'
  | 'rule.bad-roll'
  | 'rule.ends-before'
  | 'rule.not-off'
  | 'rule.unchanged';

/** Longest limit an office can set, in its unit; a sound amount is far below. */
const mostUnits = 3650;

/** What the law itself says: not an office's to change, unless a local text does. */
function isOfLaw({ confidence, standing }: LimitRule): boolean {
  return confidence === 'certain' || confidence === 'read' || standing === 'statutory';
}

/** What is wrong with the length, the roll or the basis of a decision. */
function lengthFault({ off, amount, unit, roll, basis }: OfficeRule): OfficeRuleFault | undefined {
  if (off) return undefined;
  if (!Number.isInteger(amount) || amount < 1 || amount > mostUnits) return 'rule.bad-amount';
  if (roll !== 'none' && countsHours({ unit })) return 'rule.bad-roll';
  return basis.trim() === '' ? 'rule.no-basis' : undefined;
}

/** What is wrong with a decision on a row that is there. */
function faultOf(row: LimitRule, said: OfficeRule): OfficeRuleFault | undefined {
  // Both offices of a request count the same days, so neither changes its rows alone.
  if (row.id.startsWith('REQ.')) return 'rule.of-both-offices';
  if (isOfLaw(row) && (said.off || said.local !== true)) return said.local === true ? 'rule.not-off' : 'rule.statutory';
  // How long an extension may be is the law's or the decision's.
  if (!said.off && (row.form !== undefined || row.trigger === 'extended' || row.amount === 0)) return 'rule.no-amount';
  return lengthFault(said);
}

/** What is wrong with a limit of the office's own. */
function madeFault(shipped: RuleSet, { rule, made }: OfficeRule): OfficeRuleFault | undefined {
  if (!ownRuleId.test(rule) || shipped.rows.some(({ id }) => id === rule)) return 'rule.bad-code';
  if (made?.name.zh.trim() === '') return 'rule.no-name';
  return made !== undefined && mayStart(made) ? undefined : 'rule.bad-trigger';
}

const inBoth = (text: string): Bilingual => ({ zh: text.trim(), en: text.trim() });

function madeRow(said: OfficeRule, { name, trigger }: MadeRule): LimitRule {
  const { rule: id, from: effectiveFrom, region = 'CN', amount, unit, roll, basis } = said;
  return {
    ...{ id, name, trigger, amount, unit, roll, basis: [inBoth(basis)], region, effectiveFrom },
    ...{ confidence: 'office', standing: 'reference' },
  };
}

/**
 * The row an office puts over a default one, over one of the law where a local text says otherwise, or where there was
 * none. What the law says is never switched off, and the rows of requests bind two offices.
 */
export function officeRow(shipped: RuleSet, said: OfficeRule): Result<LimitRule, OfficeRuleFault> {
  const { from, until, made } = said;
  if (until !== undefined && until <= from) return err('rule.ends-before');
  const row = made === undefined ? ruleOn(shipped, said.rule, from) : madeRow(said, made);
  if (row === undefined) return err('rule.unknown');
  const fault = made === undefined ? faultOf(row, said) : (madeFault(shipped, said) ?? lengthFault(said));
  if (fault !== undefined) return err(fault);
  const { effectiveTo: _until, sinceUnread: _unread, ...rest } = row;
  const dates = { effectiveFrom: from, ...(until === undefined ? {} : { effectiveTo: until }) };
  if (said.off) return ok({ ...rest, ...dates, off: true });
  const { amount, unit, roll, basis, local, region } = said;
  return ok({
    ...rest,
    ...{ amount, unit, roll, ...dates, confidence: 'office' },
    ...(local === true && region !== undefined ? { region } : {}),
    basis: made === undefined ? [inBoth(basis), ...row.basis] : row.basis,
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
  const { amount, unit, roll, until } = said;
  const counts =
    now?.amount === amount &&
    now.unit === unit &&
    now.roll === roll &&
    !(until !== undefined && now.effectiveTo !== until);
  const same = said.off ? now === undefined : counts;
  return same && standing.every(({ from }) => from <= said.from) ? err('rule.unchanged') : made;
}

const repeats = (a: OfficeRule | undefined, b: OfficeRule | undefined): boolean =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);

/** Whether no day of an earlier decision is left once a later one goes over it. */
const covers = (later: OfficeRule, earlier: OfficeRule): boolean =>
  later.from <= earlier.from &&
  (later.until === undefined || (earlier.until !== undefined && earlier.until <= later.until));

/**
 * The decisions on one row that stand after the last of them, oldest first, each in force until the day of the next.
 * `course`: everything that came into force, oldest first; undefined puts back what ships. A later decision goes over
 * the earlier ones from its own day on and leaves the time before it, and from its end on, to them. One that repeats the last but one puts
 * back what stood then, also where the one between reached further back.
 */
export function standingRules(course: readonly (OfficeRule | undefined)[]): readonly OfficeRule[] {
  const stood: (readonly OfficeRule[])[] = [[]];
  for (const [place, said] of course.entries()) {
    const [before, last] = [stood[place - 1], stood[place] ?? []];
    if (said === undefined) stood.push([]);
    else if (before !== undefined && repeats(course[place - 2], said)) stood.push(before);
    else stood.push([...last.filter((one) => !covers(said, one)), said]);
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
