import { timingSafeEqual } from 'node:crypto';
import { kdf, sm2 } from 'sm-crypto-v2';
import type { Random } from '#shared/base/ports.ts';
import { drawSecret, hexOf, pointOf, sm2PublicHex, sm2Secret } from './sm2-keys.ts';
import { sm3Bytes } from './sm3.ts';

const pointBytes = 65;
const hashBytes = 32;

/** Bytes a wrapped secret has more than the secret. */
export const wrapOverhead = pointBytes + hashBytes;

/** The mask and the check of GB/T 32918.4 6.1, from the point both sides come to. */
function maskAndCheck(point: Uint8Array, length: number) {
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)];
  return { mask: kdf(point.subarray(1), length), check: (secret: Uint8Array) => sm3Bytes(x, secret, y) };
}

const masked = (bytes: Uint8Array, mask: Uint8Array): Buffer =>
  Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));

/**
 * Encrypts a short secret to a public key with SM2 (GB/T 32918.4-2016): C1, an uncompressed point, C3, the check, C2. The
 * point is a fresh one from the given randomness. Undefined for a public key that is none.
 */
export function sm2Wrap(publicKey: string, secret: Uint8Array, random: Random): Uint8Array | undefined {
  const recipient = sm2PublicHex(publicKey);
  if (!recipient) return undefined;
  for (;;) {
    const k = drawSecret(random);
    const { mask, check } = maskAndCheck(sm2.ecdh(hexOf(k), recipient, false), secret.length);
    // A mask of zeros would show the secret; the standard draws again.
    if (mask.every((byte) => byte === 0)) continue;
    return Buffer.concat([Buffer.from(pointOf(k), 'hex'), check(secret), masked(secret, mask)]);
  }
}

/** Opens what `sm2Wrap` made with our secret key; undefined for anything else. The point is checked to be on the curve. */
export function sm2Unwrap(secretKey: string, wrapped: Uint8Array): Uint8Array | undefined {
  const own = sm2Secret(secretKey);
  if (wrapped.length <= wrapOverhead || wrapped[0] !== 4) return undefined;
  let shared: Uint8Array;
  try {
    shared = sm2.ecdh(hexOf(own), Buffer.from(wrapped.subarray(0, pointBytes)).toString('hex'), false);
  } catch {
    return undefined;
  }
  const { mask, check } = maskAndCheck(shared, wrapped.length - wrapOverhead);
  const secret = masked(wrapped.subarray(wrapOverhead), mask);
  const sent = wrapped.subarray(pointBytes, wrapOverhead);
  return timingSafeEqual(check(secret), sent) ? secret : undefined;
}
