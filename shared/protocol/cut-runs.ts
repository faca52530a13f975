import { bundleBytes, mostInBundle } from './bundle.ts';

/**
 * Cuts a run of a stream into bundles: sizes in bytes of its entries in order give how many entries go into each. An entry
 * larger than a bundle goes alone.
 */
export function cutRuns(sizes: readonly number[]): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let bytes = 0;
  for (const size of sizes) {
    if (count > 0 && (count === mostInBundle || bytes + size > bundleBytes)) {
      counts.push(count);
      count = 0;
      bytes = 0;
    }
    count += 1;
    bytes += size;
  }
  return count > 0 ? [...counts, count] : counts;
}

/** A run of a stream, first and last number. */
export type Run = { readonly first: number; readonly last: number };

/**
 * The runs of our stream for which no bundle is kept although the partner lacks them: usually the newest entries; after the
 * partner came back from a backup also runs whose bundles were dropped long ago. `receipted` is its latest receipt's
 * position, `end` the length of our stream. Kept bundles that overlap a gap are left as they are.
 */
export function runsToMake(kept: readonly Run[], receipted: number, end: number): readonly Run[] {
  const runs: Run[] = [];
  let next = receipted + 1;
  for (const run of [...kept].sort((a, b) => a.first - b.first)) {
    if (run.first > next) runs.push({ first: next, last: run.first - 1 });
    next = Math.max(next, run.last + 1);
  }
  return next <= end ? [...runs, { first: next, last: end }] : runs;
}
