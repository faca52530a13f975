import { createHash, randomBytes } from 'node:crypto';
import type { Random } from '#shared/base/ports.ts';

/** Unpredictable bytes, as in the product. */
export const trueRandom: Random = { bytes: (count) => randomBytes(count) };

/** The same bytes in every run for the same seed; never for keys that protect anything. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return {
    bytes: (count) => {
      const blocks: Buffer[] = [];
      for (let length = 0; length < count; length += 32) {
        counter += 1;
        blocks.push(createHash('sha256').update(`${seed}\n${counter}`).digest());
      }
      return Buffer.concat(blocks).subarray(0, count);
    },
  };
}
