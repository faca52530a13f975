import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isOfLaw } from './of-law.ts';
import { movesFault, type OfficeMoves, sameMoves, sayTheSameFields, withMoves } from './office-moves.ts';
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
export type OfficeRule = OfficeMoves & {
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
  | 'rule.bad-elapsed'
  | 'rule.bad-ground'
  | 'rule.ends-before'
  | 'rule.not-off'
  | 'rule.unchanged';

/** Longest limit an office can set, in its unit; a sound amount is far below. */
const mostUnits = 3650;

/** What is wrong with the length, the roll, the basis or the grounds of a decision; `back`: its row counts back. */
function lengthFault(said: OfficeRule, back: boolean): OfficeRuleFault | undefined {
  const { off, amount, unit, roll, basis } = said;
  if (off) return undefined;
  if (!Number.isInteger(amount) || amount < 1 || amount > mostUnits) return 'rule.bad-amount';
  if (roll !== 'none' && countsHours({ unit })) return 'rule.bad-roll';
  return basis.trim() === '' ? 'rule.no-basis' : movesFault(said, back);
}

/** What is wrong with a decision on a row that is there. */
function faultOf(row: LimitRule, said: OfficeRule): OfficeRuleFault | undefined {
  // Both offices of a request count the same days, so neither changes its rows alone.
  if (row.id.startsWith('REQ.')) return 'rule.of-both-offices';
  if (isOfLaw(row) && (said.off || said.local !== true)) return said.local === true ? 'rule.not-off' : 'rule.statutory';
  // How long an extension may be is the law's or the decision's.
  if (!said.off && (row.form !== undefined || row.trigger === 'extended' || row.amount === 0)) return 'rule.no-amount';
  return lengthFault(said, row.back === true);
}

/** What is wrong with a limit of the office's own. */
function madeFault({ rule, made }: OfficeRule): OfficeRuleFault | undefined {
  if (!ownRuleId.test(rule)) return 'rule.bad-code';
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
 * none. What the law says is never switched off, and the rows of requests bind two offices. `beneath`: what ships, with
 * the file of rules in force over it; a limit of the office's own lies over one that file has under the same code.
 */
export function officeRow(beneath: RuleSet, said: OfficeRule): Result<LimitRule, OfficeRuleFault> {
  const { from, until, made } = said;
  if (until !== undefined && until <= from) return err('rule.ends-before');
  const row = made === undefined ? ruleOn(beneath, said.rule, from) : madeRow(said, made);
  if (row === undefined) return err('rule.unknown');
  const fault = made === undefined ? faultOf(row, said) : (madeFault(said) ?? lengthFault(said, false));
  if (fault !== undefined) return err(fault);
  const { effectiveTo: _until, sinceUnread: _unread, ...rest } = row;
  const dates = { effectiveFrom: from, ...(until === undefined ? {} : { effectiveTo: until }) };
  if (said.off) return ok({ ...rest, ...dates, off: true });
  const { amount, unit, roll, basis, local, region } = said;
  return ok({
    ...withMoves(rest, said),
    ...{ amount, unit, roll, ...dates, confidence: 'office' },
    ...(local === true && region !== undefined ? { region } : {}),
    basis: made === undefined ? [inBoth(basis), ...row.basis] : row.basis,
  });
}

type Counted = Pick<LimitRule, 'amount' | 'unit' | 'roll'> & OfficeMoves;

const counted = (a: Counted, b: Counted): boolean =>
  a.amount === b.amount && a.unit === b.unit && a.roll === b.roll && sameMoves(a, b);

/** Whether two decisions let a limit be counted the same way, whatever lies beneath them. */
const saysTheSame = (a: OfficeRule, b: OfficeRule): boolean =>
  a.off === b.off && (a.off || (sayTheSameFields(a, b) && counted(a, b)));

/** Whether limits by one rule are counted the same way under two sets of rules, whenever they start. */
function countsTheSame(id: string, before: RuleSet, after: RuleSet): boolean {
  const rows = [...before.rows, ...after.rows].filter((row) => row.id === id);
  const days = rows.flatMap(({ effectiveFrom, effectiveTo = effectiveFrom }) => [effectiveFrom, effectiveTo]);
  return days.every((on) => {
    const [a, b] = [ruleOn(before, id, on), ruleOn(after, id, on)];
    return a === undefined || b === undefined ? a === b : counted(a, b);
  });
}

/**
 * The row of a further decision after a `course` of them (see `standingRules`). Refused also when every limit would be
 * counted as before, whenever it starts, and for a limit of the office's own under a code that another office's has here.
 */
export function nextOfficeRow(
  beneath: RuleSet,
  course: readonly (OfficeRule | undefined)[],
  said: OfficeRule,
): Result<LimitRule, OfficeRuleFault> {
  const row = officeRow(beneath, said);
  if (!row.ok) return row;
  const standing = standingRules(course);
  const begins = said.made !== undefined && standing.every(({ made }) => made === undefined);
  if (begins && beneath.rows.some(({ id }) => id === said.rule)) return err('rule.bad-code');
  const [before, after] = [standing, standingRules([...course, said])].map((own) => withOfficeRules(beneath, own, ''));
  const same = before !== undefined && after !== undefined && countsTheSame(said.rule, before, after);
  return same ? err('rule.unchanged') : row;
}

const repeats = (a: OfficeRule | undefined, b: OfficeRule | undefined): boolean =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);

/** Whether no day of an earlier decision is left once a later one goes over it. */
const covers = (later: OfficeRule, earlier: OfficeRule): boolean =>
  later.from <= earlier.from &&
  (later.until === undefined || (earlier.until !== undefined && earlier.until <= later.until));

/** A decision that stands, with its place in the course it was taken in. */
type StandingRule = { readonly place: number; readonly said: OfficeRule };

/** Whether a decision counts for limits that start on a day, apart from others over it. */
const countsOn = (on: LocalDate, { from, until }: OfficeRule): boolean =>
  from <= on && (until === undefined || on < until);

/** The decision a further one lets end: it counts already, says the same, and the further one has an earlier end. */
function endedBy(stood: readonly StandingRule[], said: OfficeRule): StandingRule | undefined {
  const counted = stood.findLast((one) => countsOn(said.from, one.said));
  const ends = said.until !== undefined && counted !== undefined && countsOn(said.until, counted.said);
  return ends && saysTheSame(counted.said, said) ? counted : undefined;
}

/** What stands once one more decision goes over what stood. */
function over(stood: readonly StandingRule[], said: OfficeRule, place: number): readonly StandingRule[] {
  const ended = endedBy(stood, said);
  const left = stood.flatMap((one) => {
    if (covers(said, one.said)) return [];
    if (one !== ended || said.until === undefined) return [one];
    return one.said.from === said.from ? [] : [{ ...one, said: { ...one.said, until: said.until } }];
  });
  return [...left, { place, said }];
}

/**
 * The decisions on one row that stand after the last of them, oldest first, each in force until the day of the next, with
 * the places of `course` they were taken at. `course`: everything that came into force, oldest first; undefined puts back
 * what ships. A later decision goes over the earlier ones from its own day on and leaves the time before it, and from its
 * end on, to them; one that says what counts already and has an end lets that end. One that repeats the last but one puts
 * back what stood then, also where the one between reached further back.
 */
export function standingPlaces(course: readonly (OfficeRule | undefined)[]): readonly StandingRule[] {
  const stood: (readonly StandingRule[])[] = [[]];
  for (const [place, said] of course.entries()) {
    const before = stood[place - 1];
    if (said === undefined) stood.push([]);
    else if (before !== undefined && repeats(course[place - 2], said)) stood.push(before);
    else stood.push(over(stood[place] ?? [], said, place));
  }
  return stood.at(-1) ?? [];
}

/** What the decisions of `standingPlaces` say. */
export function standingRules(course: readonly (OfficeRule | undefined)[]): readonly OfficeRule[] {
  return standingPlaces(course).map(({ said }) => said);
}

/** The decision of a course that counts for limits that start on a day. */
export function decidedOn(course: readonly (OfficeRule | undefined)[], on: LocalDate): OfficeRule | undefined {
  return standingRules(course).findLast((one) => countsOn(on, one));
}

/** The rules with an office's own rows over them; one that no longer fits what lies beneath is left out. */
export function withOfficeRules(beneath: RuleSet, own: readonly OfficeRule[], version: string): RuleSet {
  const rows = own.flatMap((said) => {
    const made = officeRow(beneath, said);
    return made.ok ? [made.value] : [];
  });
  return { id: `${beneath.id}+own`, version: `${beneath.version}+${version}`, rows: [...beneath.rows, ...rows] };
}
