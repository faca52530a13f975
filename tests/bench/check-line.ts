/**
 * One measured figure. A ratio is peer / ours for time and memory and ours / peer for rates: above 1 we are ahead. 'At
 * most n times' is such a ratio with target 1/n.
 */
export type Check = { readonly name: string; readonly value: number; readonly target: number; readonly ok: boolean };

/** A ratio that must reach its target. */
export function atLeast(name: string, value: number, target: number): Check {
  return { name, value: Number(value.toFixed(3)), target: Number(target.toFixed(3)), ok: value >= target };
}

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
