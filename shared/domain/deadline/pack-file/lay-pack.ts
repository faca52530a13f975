import { isOfLaw } from '../of-law.ts';
import type { RuleSet } from '../pack.ts';
import type { LimitRule } from '../rule.ts';
import { flatGroups, sayingOf } from './flat-rows.ts';

/** The rows of a set as one flat list that another office can lay over what ships there; those of requests stay here. */
export function rowsToHandOut(rules: RuleSet): readonly LimitRule[] {
  return [...flatGroups(rules.rows.filter(({ id }) => !id.startsWith('REQ.'))).values()].flat();
}

/**
 * Nobody here read what another office calls certain: a row that says something else than what ships is at most what two
 * people of this office decided. One of the law stays one, whatever its maker calls it and whichever region it is for.
 */
function sureOf(row: LimitRule, shipped: readonly LimitRule[]): LimitRule {
  const known = shipped.find(
    (one) => one.id === row.id && one.region === row.region && sayingOf(one) === sayingOf(row),
  );
  if (known !== undefined) return { ...row, confidence: known.confidence };
  const twins = shipped.filter(({ id }) => id === row.id);
  const standing = (twins.find(({ region }) => region === row.region) ?? twins[0])?.standing ?? 'reference';
  const guessed = row.confidence === 'default' && !isOfLaw({ id: row.id, standing });
  return { ...row, confidence: guessed ? 'default' : 'office', standing };
}

/**
 * The rows of a handed-out set that change something for an office of `region` (two digits or more): those of the nation
 * and of its own province that differ from what ships.
 */
export function changingRows(shipped: RuleSet, handed: readonly LimitRule[], region: string): readonly LimitRule[] {
  const here = handed.filter((row) => row.region === 'CN' || row.region === region.slice(0, 2));
  const beneath = flatGroups(shipped.rows);
  const laid = flatGroups([...shipped.rows, ...here]);
  const said = (rows: readonly LimitRule[] | undefined): string =>
    (rows ?? []).map((row) => `${row.effectiveFrom} ${row.effectiveTo ?? ''} ${sayingOf(row)}`).join('\n');
  return here
    .filter(({ id, region: of }) => said(beneath.get(`${id} ${of}`)) !== said(laid.get(`${id} ${of}`)))
    .map((row) => sureOf(row, shipped.rows));
}

/** The rules with a handed-out set over them: the nation's rows beneath the province's, each over what ships of its own. */
export function withPack(shipped: RuleSet, rows: readonly LimitRule[], version: string): RuleSet {
  const nation = ({ region }: LimitRule): boolean => region === 'CN';
  const local = (row: LimitRule): boolean => !nation(row);
  return {
    id: `${shipped.id}+pack`,
    version: `${shipped.version}+${version}`,
    rows: [
      ...shipped.rows.filter(nation),
      ...rows.filter(nation),
      ...shipped.rows.filter(local),
      ...rows.filter(local),
    ],
  };
}
