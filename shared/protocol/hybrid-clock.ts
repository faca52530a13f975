/** A hybrid logical clock stamp: milliseconds since 1970 (15 digits), '-', a counter (4 digits). Sorts as text. */
export type Stamp = string;

const shape = /^(\d{15})-(\d{4})$/;
const lastCount = 9999;

/** Writes a stamp. */
export function stamp(ms: number, count: number): Stamp {
  return `${String(ms).padStart(15, '0')}-${String(count).padStart(4, '0')}`;
}

/** Milliseconds and counter of a stamp; undefined when the text is none. */
export function readStamp(text: string): { readonly ms: number; readonly count: number } | undefined {
  const match = shape.exec(text);
  return match ? { ms: Number(match[1]), count: Number(match[2]) } : undefined;
}

/**
 * The stamp of the next recording on this device: later than `last` always, and equal to the wall clock whenever that has
 * moved on. A wall clock set back never makes stamps go back. `last` is undefined before the first recording.
 */
export function nextStamp(last: Stamp | undefined, nowMs: number): Stamp {
  const now = Math.max(0, Math.floor(nowMs));
  const before = last === undefined ? undefined : readStamp(last);
  if (!before || now > before.ms) return stamp(now, 0);
  return before.count < lastCount ? stamp(before.ms, before.count + 1) : stamp(before.ms + 1, 0);
}

/**
 * The later of our last stamp and one received from a device of our own office, so that what we write next sorts after
 * what we have read. Stamps of other offices are never mixed in: their clocks are theirs.
 */
export function mergeStamp(last: Stamp | undefined, heard: Stamp): Stamp {
  return last !== undefined && last >= heard ? last : heard;
}

/** How far a stamp lies from our wall clock in milliseconds; positive when it is ahead. Reported, never corrected. */
export function skewMs(of: Stamp, nowMs: number): number {
  return (readStamp(of)?.ms ?? nowMs) - nowMs;
}
