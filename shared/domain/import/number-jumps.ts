import type { Issue } from './issue.ts';

/** A number of a planned file where one of the office's series counts it. */
export type CountedNumber = {
  readonly line: number;
  /** Place of its column, from 0. */
  readonly column: number | null;
  readonly series: string;
  readonly year: number;
  readonly seq: number;
};

/** Numbers left free before one that are still believed: ledgers hold open files alone, and those lie apart. */
const mostFree = 1000;

/**
 * The numbers that would carry their series far on, by what lies below them in the table and here: mistyped, they could not
 * be called back. `lastOf` answers the last number given here in a series and year, 0 for none. Once for each leap.
 */
export function numberJumps(
  numbers: readonly CountedNumber[],
  lastOf: (series: string, year: number) => number,
): readonly Issue[] {
  const below = new Map<string, number>();
  const issues: Issue[] = [];
  for (const { line, column, series, year, seq } of numbers.toSorted((a, b) => a.seq - b.seq)) {
    const key = `${series}/${year}`;
    const before = below.get(key) ?? lastOf(series, year);
    const free = seq - before - 1;
    if (free >= mostFree) issues.push({ line, column, code: 'import.number-jump', bad: false, facts: { free } });
    below.set(key, Math.max(before, seq));
  }
  return issues;
}
