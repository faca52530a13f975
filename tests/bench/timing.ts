/** Each call is made so often, ours and a peer's alike; the middle one counts, so that no single break in between does. */
const tries = 3;

/** Milliseconds of calls made several times in a row: of each the middle, which counts, and what its first one took. */
export type Times = { readonly middle: readonly number[]; readonly first: readonly number[] };

function taken<T>(input: T, call: (input: T) => unknown): number {
  const started = performance.now();
  call(input);
  return performance.now() - started;
}

/** Times one call after another, each three times in a row. */
export function timesOf<T>(inputs: readonly T[], call: (input: T) => unknown): Times {
  const all = inputs.map((input) => Array.from({ length: tries }, () => taken(input, call)));
  return { middle: all.map((times) => quantile(times, 0.5)), first: all.map(([first]) => first ?? Number.NaN) };
}

/** Milliseconds of one call after another, each made once: nothing it leaves behind is of use to it. */
export function onceOf<T>(inputs: readonly T[], call: (input: T) => unknown): readonly number[] {
  return inputs.map((input) => taken(input, call));
}

/** The value below which the given share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const counted = (times: Times | readonly number[]): readonly number[] => ('middle' in times ? times.middle : times);

/** 95 of 100 calls took at most this many ms. */
export const p95 = (times: Times | readonly number[]): number => quantile(counted(times), 0.95);

/** Prints the middle and the 95th of 100, and where calls were made several times also the 95th of the first ones. */
export function say(what: string, times: Times | readonly number[]): void {
  const first = 'first' in times ? `, p95 of first calls ${p95(times.first).toFixed(3)} ms` : '';
  console.log(`  ${what}: p50 ${quantile(counted(times), 0.5).toFixed(3)} ms, p95 ${p95(times).toFixed(3)} ms${first}`);
}
