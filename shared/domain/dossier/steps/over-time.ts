import type { LocalDate } from '#shared/base/local-date.ts';
import { type RuleSet, ruleOn } from '../../deadline/pack.ts';
import type { LimitRule } from '../../deadline/rule.ts';
import type { StepDef, StepSaid } from './step.ts';

/** A computed limit of a file, as far as a step is held against it. */
type Limit = { readonly ruleId: string; readonly of: string; readonly due: string | null };

/** The time a step should have been taken in, by its row, and the last day that is over. */
export type OverTime = { readonly rule: LimitRule; readonly due: string };

/**
 * Whether a step comes after the time the law leaves for it, such as an objection to jurisdiction after the defence period
 * (办案规则10): something to look at, never a reason to refuse what was handed in. Where the limit runs several times side by
 * side, the time is over with the last. Undefined in time, and where no limit says how long it was.
 */
export function overTime(
  def: Pick<StepDef, 'within'>,
  said: { readonly on: LocalDate; readonly party?: StepSaid['party'] | null },
  rules: RuleSet,
  limits: readonly Limit[],
): OverTime | undefined {
  const rule = def.within === undefined ? undefined : ruleOn(rules, def.within, said.on);
  if (rule?.sameEndAs === undefined) return undefined;
  const own = limits.filter(({ ruleId }) => ruleId === rule.sameEndAs);
  const theirs = own.filter(({ of }) => said.party === undefined || of === '' || of === said.party);
  const last = theirs.reduce<string | null>((day, { due }) => (due !== null && due > (day ?? '') ? due : day), null);
  return last !== null && said.on > last ? { rule, due: last } : undefined;
}
