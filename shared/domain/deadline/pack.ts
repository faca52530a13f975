import type { LocalDate } from '#shared/base/local-date.ts';
import { nationalRules } from './data/national-rules.ts';
import { chuanYuRules, requestRules } from './data/request-rules.ts';
import { zhejiangRules } from './data/zhejiang-rules.ts';
import type { LimitRule } from './rule.ts';

/** A dated, versioned set of rule rows of one region; later layers override earlier ones row by row. */
export type RulePack = {
  /** 'CN' or the first two digits of a province. */
  readonly id: string;
  readonly version: string;
  readonly rows: readonly LimitRule[];
};

/** The packs that ship with the program. Provinces without rows of their own follow the national pack. */
export const shippedPacks: readonly RulePack[] = [
  { id: 'CN', version: '2026.2', rows: [...nationalRules, ...requestRules] },
  { id: '33', version: '2026.2', rows: zhejiangRules },
  { id: '50', version: '2026.1', rows: chuanYuRules.filter((row) => row.region === '50') },
  { id: '51', version: '2026.1', rows: chuanYuRules.filter((row) => row.region === '51') },
];

/** The rules that apply in one region: the national pack with the province's rows over it. */
export type RuleSet = {
  /** For example 'CN' or 'CN+33'. */
  readonly id: string;
  readonly version: string;
  /** Every layer, national rows first. */
  readonly rows: readonly LimitRule[];
};

/** The rules for an office whose division code is `region` (two digits or more). */
export function rulesFor(region: string, packs: readonly RulePack[] = shippedPacks): RuleSet {
  const layers = packs.filter((pack) => pack.id === 'CN' || pack.id === region.slice(0, 2));
  return {
    id: layers.map((pack) => pack.id).join('+'),
    version: [...new Set(layers.map((pack) => pack.version))].join('+'),
    rows: layers.flatMap((pack) => pack.rows),
  };
}

/** The row `id` in force on a date, the office's own before the province's before the national one; undefined when there is none. */
export function ruleOn(rules: RuleSet, id: string, on: LocalDate): LimitRule | undefined {
  const found = rules.rows.findLast(
    (row) => row.id === id && row.effectiveFrom <= on && (row.effectiveTo === undefined || on < row.effectiveTo),
  );
  return found?.off === true ? undefined : found;
}

/** The row of each id in force on a date, in the order of the packs. */
export function rulesOn(rules: RuleSet, on: LocalDate): readonly LimitRule[] {
  const ids = [...new Set(rules.rows.map((row) => row.id))];
  return ids.map((id) => ruleOn(rules, id, on)).filter((row) => row !== undefined);
}

/** The row of each id that has none in force on a date, as it stood last or will stand: ended, switched off or to come. */
export function rulesNotOn(rules: RuleSet, on: LocalDate): readonly LimitRule[] {
  const last = new Map(rules.rows.map((row) => [row.id, row]));
  return [...last].flatMap(([id, row]) => (ruleOn(rules, id, on) === undefined ? [row] : []));
}
