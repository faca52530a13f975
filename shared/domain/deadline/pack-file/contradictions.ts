import { takesFromLaw } from '../of-law.ts';
import type { LimitRule } from '../rule.ts';
import type { PackFault, PackFaultCode } from './pack-fault.ts';

type Numbered = { readonly rule: LimitRule; readonly row: number };

const fault = ({ rule, row }: Numbered, code: PackFaultCode, key: string): PackFault => ({
  code,
  row,
  id: rule.id,
  key,
});

const overlap = (a: LimitRule, b: LimitRule): boolean =>
  (a.effectiveTo === undefined || b.effectiveFrom < a.effectiveTo) &&
  (b.effectiveTo === undefined || a.effectiveFrom < b.effectiveTo);

/** What a row says against itself. */
function ofItself(one: Numbered): readonly PackFault[] {
  const { form, sameEndAs, back, roll, amount, effectiveFrom, effectiveTo, confidence, standing, unit } = one.rule;
  const taken = takesFromLaw(one.rule);
  const hours = unit === 'hour' || unit === 'working-hour';
  const wrong: readonly (readonly [boolean, PackFaultCode, string])[] = [
    [one.rule.id.startsWith('REQ.'), 'of-both-offices', 'id'],
    [effectiveTo !== undefined && effectiveTo <= effectiveFrom, 'ends-before', 'effectiveTo'],
    [(form === 'same-end') !== (sameEndAs !== undefined), 'contradicts', 'sameEndAs'],
    [(form === 'note' || form === 'fixed-day') && amount !== 0, 'contradicts', 'amount'],
    [back === true && roll !== 'none', 'contradicts', 'roll'],
    [hours && (back === true || roll !== 'none' || form !== undefined), 'contradicts', 'unit'],
    [confidence === 'default' && standing === 'statutory', 'unsure-statutory', 'standing'],
    [taken !== undefined, 'takes-from-law', taken ?? ''],
  ];
  return wrong.flatMap(([is, code, key]) => (is ? [fault(one, code, key)] : []));
}

/** What rows say against each other: the same limit twice, a row that is needed and not there, two ends that differ. */
function ofOthers(rows: readonly Numbered[], shipped: ReadonlySet<string>): readonly PackFault[] {
  const byId = Map.groupBy(rows, ({ rule }) => rule.id);
  const known = (id: string): boolean => byId.has(id) || shipped.has(id);
  return rows.flatMap((one): readonly PackFault[] => {
    const { id, region, extension, sameEndAs, amount, unit } = one.rule;
    const twin = (byId.get(id) ?? []).some(
      (other) => other.row < one.row && other.rule.region === region && overlap(other.rule, one.rule),
    );
    const same = sameEndAs === undefined ? [] : (byId.get(sameEndAs) ?? []);
    const differs = same.some(
      ({ rule }) => rule.region === region && overlap(rule, one.rule) && (rule.amount !== amount || rule.unit !== unit),
    );
    return [
      ...(twin ? [fault(one, 'twice', 'id')] : []),
      ...(extension !== undefined && !known(extension.rule) ? [fault(one, 'rule-missing', 'extension')] : []),
      ...(sameEndAs !== undefined && !known(sameEndAs) ? [fault(one, 'rule-missing', 'sameEndAs')] : []),
      ...(differs ? [fault(one, 'same-end-differs', 'sameEndAs')] : []),
    ];
  });
}

/** Everything rows of sound form say against themselves and each other; `shipped` are the ids this program knows. */
export function contradictions(rows: readonly Numbered[], shipped: ReadonlySet<string>): readonly PackFault[] {
  return [...rows.flatMap(ofItself), ...ofOthers(rows, shipped)];
}
