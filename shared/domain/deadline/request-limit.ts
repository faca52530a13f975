import type { LocalDate } from '#shared/base/local-date.ts';
import { type RulePack, type RuleSet, ruleOn, rulesFor, shippedPacks } from './pack.ts';
import type { LimitRule } from './rule.ts';

/** What decides which row limits the executor's work on a request. */
export type RequestTraits = {
  /** Code of the kind of request, for example 'ARB_INVESTIGATE'. */
  readonly kind: string;
  /** Only a registry or social-insurance query is asked for. */
  readonly queryOnly: boolean;
  /** Division codes of both offices. */
  readonly requesterRegion: string;
  readonly executorRegion: string;
};

const byKind: Readonly<Record<string, string>> = { ARB_INVESTIGATE: 'REQ.ARB_INV', LSI_ASSIST: 'REQ.LSI' };
const chuanYu: readonly string[] = ['50', '51'];

/** What ships never changes while the program runs, and every entry of a request asks for it. */
const shipped: ReadonlyMap<string, RuleSet> = new Map(['CN', ...chuanYu].map((region) => [region, rulesFor(region)]));

/**
 * The rules a request falls under. An agreement between provinces binds only its members: Sichuan's and Chongqing's rows
 * apply when both offices lie there, every other pair follows the national defaults.
 */
export function requestRulesFor(
  traits: Pick<RequestTraits, 'requesterRegion' | 'executorRegion'>,
  packs: readonly RulePack[] = shippedPacks,
): RuleSet {
  const both = [traits.requesterRegion, traits.executorRegion].every((code) => chuanYu.includes(code.slice(0, 2)));
  const region = both ? traits.executorRegion.slice(0, 2) : 'CN';
  return (packs === shippedPacks ? shipped.get(region) : undefined) ?? rulesFor(region, packs);
}

/** The row that limits the work from registration to the result; undefined for kinds without one. */
export function requestWorkRule(rules: RuleSet, traits: RequestTraits, on: LocalDate): LimitRule | undefined {
  const id = byKind[traits.kind];
  if (id === undefined) return undefined;
  const query = traits.queryOnly ? ruleOn(rules, `${id}.QUERY`, on) : undefined;
  return query ?? ruleOn(rules, id, on);
}

/** The row for registering ('REQ.REGISTER') or examining ('REQ.REVIEW') a request, shorter when it is 特急. */
export function requestDeskRule(
  rules: RuleSet,
  id: 'REQ.REGISTER' | 'REQ.REVIEW',
  urgent: boolean,
  on: LocalDate,
): LimitRule | undefined {
  return ruleOn(rules, urgent ? `${id}.URGENT` : id, on);
}
