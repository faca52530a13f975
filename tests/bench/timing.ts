/** Each call is made so often, ours and a peer's alike; the middle one counts, so that no single break in between does. */
const tries = 3;

/** Milliseconds of one call after another, of each the middle of three in a row. */
export function timesOf<T>(inputs: readonly T[], call: (input: T) => unknown): readonly number[] {
  return inputs.map((input) => {
    const taken = Array.from({ length: tries }, () => {
      const started = performance.now();
      call(input);
      return performance.now() - started;
    });
    return quantile(taken, 0.5);
  });
}

/** The value below which the given share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** 95 of 100 calls took at most this many ms. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** Prints the middle and the 95th of 100. */
export function say(what: string, values: readonly number[]): void {
  console.log(`  ${what}: p50 ${quantile(values, 0.5).toFixed(3)} ms, p95 ${p95(values).toFixed(3)} ms`);
}
