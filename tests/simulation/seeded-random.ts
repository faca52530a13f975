/** Deterministic numbers of one seed (sfc32, 128 bits of state, seeded by splitmix32). */
export type SeededRandom = {
  /** Whole number from 0 to `below - 1`. */
  readonly below: (below: number) => number;
  /** True with that probability. */
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Lower-case hex of that many characters. */
  readonly hex: (length: number) => string;
  readonly bytes: (count: number) => Uint8Array;
};

/** Starts the sequence of a seed. The same seed gives the same sequence on every machine. */
export function seededRandom(seed: number): SeededRandom {
  let mix = seed >>> 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let t = mix ^ (mix >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();
  const below = (limit: number): number => Math.floor((next() / 4_294_967_296) * limit);
  const hex = (length: number): string => {
    let text = '';
    while (text.length < length) text += next().toString(16).padStart(8, '0');
    return text.slice(0, length);
  };
  return {
    below,
    chance: (probability) => next() / 4_294_967_296 < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    hex,
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
  };
}
