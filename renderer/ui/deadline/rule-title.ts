import { createContext, use } from 'react';
import { shippedPacks } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { useBilingual } from '../format/use-bilingual.ts';

/**
 * National rows, and those only a province has: a province's own form of a national row bears the same name, and its
 * articles stand in the strip of the limit itself.
 */
const rules: ReadonlyMap<string, LimitRule> = new Map(
  shippedPacks
    .flatMap((pack) => pack.rows)
    .toReversed()
    .map((row) => [row.id, row]),
);

/** Rows that do not ship, in force or not: an office's own limits and those of a file of rules, by id. */
export const RuleNames = createContext<ReadonlyMap<string, LimitRule>>(new Map());

/** What a limit is called and where it stands in the law, by the id of its rule; the id itself for an unknown one. */
export function useRuleTitle(): (ruleId: string) => { readonly name: string; readonly basis: string } {
  const bilingual = useBilingual();
  const here = use(RuleNames);
  return (ruleId) => {
    const rule = rules.get(ruleId) ?? here.get(ruleId);
    if (rule === undefined) return { name: ruleId, basis: '' };
    return { name: bilingual(rule.name), basis: rule.basis.map(bilingual).join(' · ') };
  };
}
