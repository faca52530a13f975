import type { Dice } from './dice.ts';

const bytesOf = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

/** Bytes no honest writer puts there: overlong forms, halves of pairs, beyond Unicode, a mark of order, line ends. */
const wrongUtf8: readonly Uint8Array[] = [
  bytesOf(0xc0, 0x80),
  bytesOf(0xc1, 0xbf),
  bytesOf(0xe0, 0x80, 0x80),
  bytesOf(0xed, 0xa0, 0x80),
  bytesOf(0xed, 0xbf, 0xbf),
  bytesOf(0xf0, 0x80, 0x80, 0x80),
  bytesOf(0xf4, 0x90, 0x80, 0x80),
  bytesOf(0xf8, 0x88, 0x80, 0x80, 0x80),
  bytesOf(0xfe),
  bytesOf(0xff),
  bytesOf(0x80),
  bytesOf(0xe4, 0xb8),
  bytesOf(0xef, 0xbb, 0xbf),
  bytesOf(0xe2, 0x80, 0xae),
  bytesOf(0),
  bytesOf(0x0d),
  bytesOf(0x0d, 0x0a),
  bytesOf(0x0a),
  bytesOf(0x0a, 0x0a),
];

const noise = (count: number, chance: Dice): Uint8Array => Uint8Array.from({ length: count }, () => chance.below(256));

function put(bytes: Uint8Array, at: number, over: number, by: Uint8Array): Uint8Array {
  const after = Math.min(bytes.length, at + over);
  const out = new Uint8Array(at + by.length + bytes.length - after);
  out.set(bytes.subarray(0, at));
  out.set(by, at);
  out.set(bytes.subarray(after), at + by.length);
  return out;
}

type Spoil = (bytes: Uint8Array, other: Uint8Array, chance: Dice) => Uint8Array;

const anywhere = (bytes: Uint8Array, chance: Dice): number => chance.below(bytes.length + 1);

const spoils: readonly Spoil[] = [
  // One bit, one byte.
  (bytes, _, chance) => {
    const at = chance.below(bytes.length);
    return put(bytes, at, 1, bytesOf((bytes[at] ?? 0) ^ (1 << chance.below(8))));
  },
  (bytes, _, chance) => put(bytes, anywhere(bytes, chance), 1, noise(1, chance)),
  // Something left out, put in, said twice.
  (bytes, _, chance) => put(bytes, anywhere(bytes, chance), 1 + chance.below(40), new Uint8Array()),
  (bytes, _, chance) => put(bytes, anywhere(bytes, chance), 0, noise(1 + chance.below(40), chance)),
  (bytes, _, chance) => {
    const from = anywhere(bytes, chance);
    return put(bytes, anywhere(bytes, chance), 0, bytes.subarray(from, from + 1 + chance.below(200)));
  },
  (bytes, _, chance) => put(bytes, anywhere(bytes, chance), chance.below(4), chance.pick(wrongUtf8)),
  // Cut off, longer than it should be, mostly rubbish.
  (bytes, _, chance) => bytes.subarray(0, chance.below(bytes.length)),
  (bytes, _, chance) => bytes.subarray(1 + chance.below(bytes.length)),
  (bytes, _, chance) => put(bytes, bytes.length, 0, noise(1 + chance.below(2_000), chance)),
  (bytes, _, chance) => put(bytes, anywhere(bytes, chance), bytes.length, noise(chance.below(300), chance)),
  // The head of one and the tail of another.
  (bytes, other, chance) => put(bytes, anywhere(bytes, chance), bytes.length, other.subarray(anywhere(other, chance))),
  (bytes, other, chance) => {
    const at = anywhere(bytes, chance);
    return put(bytes, at, bytes.length, other.subarray(Math.min(at, other.length)));
  },
  // A long stretch of one byte.
  (bytes, _, chance) =>
    put(
      bytes,
      anywhere(bytes, chance),
      0,
      new Uint8Array(1 + chance.below(chance.chance(0.05) ? 200_000 : 300)).fill(chance.below(256)),
    ),
];

/** Changes bytes without knowing what they mean: bits, pieces, cuts, splices with another sample, wrong UTF-8, noise. */
export function spoilBytes(bytes: Uint8Array, other: Uint8Array, chance: Dice): Uint8Array {
  return chance.pick(spoils)(bytes, other, chance);
}
