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
