import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { LimitRule } from '../rule.ts';

/** What a row says apart from its dates and from how sure somebody is of it. */
export function sayingOf(row: LimitRule): string {
  const { effectiveFrom: _from, effectiveTo: _to, sinceUnread: _unread, confidence: _sure, ...rest } = row;
  // A row holds texts, numbers and flags only.
  return canonicalJson(rest as unknown as JsonObject);
}

const inForce = (row: LimitRule, on: LocalDate): boolean =>
  row.effectiveFrom <= on && (row.effectiveTo === undefined || on < row.effectiveTo);

/** Rows of one id and region in layers, the last one on top, as rows that follow each other without overlapping. */
function flatten(layers: readonly LimitRule[]): readonly LimitRule[] {
  const days = layers.flatMap(({ effectiveFrom, effectiveTo }) => [
    effectiveFrom,
    ...(effectiveTo === undefined ? [] : [effectiveTo]),
  ]);
  const cuts = [...new Set(days)].toSorted();
  const flat: LimitRule[] = [];
  for (const [index, from] of cuts.entries()) {
    const top = layers.findLast((row) => inForce(row, from));
    if (top === undefined) continue;
    const to = cuts[index + 1];
    const { effectiveTo: _to, ...rest } = top;
    const last = flat.at(-1);
    const goesOn = last?.effectiveTo === from && sayingOf(last) === sayingOf(top) ? last : undefined;
    if (goesOn !== undefined) flat.pop();
    const since = { ...rest, effectiveFrom: goesOn?.effectiveFrom ?? from };
    flat.push(to === undefined ? since : { ...since, effectiveTo: to });
  }
  return flat;
}

const groupOf = ({ id, region }: LimitRule): string => `${id} ${region}`;

/** Rows in layers by id and region, each group flat. */
export function flatGroups(rows: readonly LimitRule[]): ReadonlyMap<string, readonly LimitRule[]> {
  return new Map([...Map.groupBy(rows, groupOf)].map(([key, group]) => [key, flatten(group)]));
}

/** A row that two sets of rules hold differently from a day on; null where one has none. */
export type RowDifference = {
  readonly id: string;
  readonly region: string;
  readonly from: LocalDate;
  readonly before: LimitRule | null;
  readonly after: LimitRule | null;
};

function differencesOf(before: readonly LimitRule[], after: readonly LimitRule[]): readonly RowDifference[] {
  const days = [...before, ...after].flatMap(({ effectiveFrom, effectiveTo }) =>
    effectiveTo === undefined ? [effectiveFrom] : [effectiveFrom, effectiveTo],
  );
  const at = (rows: readonly LimitRule[], on: LocalDate): LimitRule | null =>
    rows.find((row) => inForce(row, on)) ?? null;
  const found: RowDifference[] = [];
  for (const from of [...new Set(days)].toSorted()) {
    const [old, now] = [at(before, from), at(after, from)];
    const row = now ?? old;
    const same = (a: LimitRule | null, b: LimitRule | null): boolean =>
      a === null || b === null ? a === b : sayingOf(a) === sayingOf(b);
    const last = found.at(-1);
    if (row === null || same(old, now)) continue;
    if (last !== undefined && same(last.before, old) && same(last.after, now)) continue;
    found.push({ id: row.id, region: row.region, from, before: old, after: now });
  }
  return found;
}

/** Every row that two sets of rules hold differently, in the order of their ids. */
export function rowDifferences(before: readonly LimitRule[], after: readonly LimitRule[]): readonly RowDifference[] {
  const [old, now] = [flatGroups(before), flatGroups(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return keys.flatMap((key) => differencesOf(old.get(key) ?? [], now.get(key) ?? []));
}
