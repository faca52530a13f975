import { sm2 } from 'sm-crypto-v2';
import type { Random } from '#shared/base/ports.ts';
import type { KeyPair } from './suite.ts';

/** Number of points of the curve sm2p256v1 (GB/T 32918.5-2017). */
export const sm2Order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const secretBytes = 32;
const publicBytes = 33;
const mostDraws = 64;

/** A point of the curve, ready to be multiplied. */
export type Sm2Point = ReturnType<typeof sm2.precomputePublicKey>;

function exactly(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined;
}

/** Reads a number of 32 bytes, most significant first. */
export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Spells a number as 64 lower-case hex digits. */
export function hexOf(value: bigint): string {
  return value.toString(16).padStart(64, '0');
}

/**
 * A secret number of GB/T 32918.1 6.1: 1 to n - 2, every one equally likely. It comes from the given randomness alone: the
 * library would take its own, and its way of making a key from a given text makes the same key of every text.
 */
export function drawSecret(random: Random): bigint {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const value = numberOf(random.bytes(secretBytes));
    if (value >= 1n && value <= sm2Order - 2n) return value;
  }
  throw new Error('the source of randomness repeats itself');
}

/** The uncompressed point of a secret number, 65 bytes as hex: 04, x, y. */
export function pointOf(secret: bigint): string {
  return sm2.getPublicKeyFromPrivateKey(hexOf(secret));
}

/** Makes a key pair. The public key is the compressed point: 02 or 03 by the parity of y, then x; 33 bytes. */
export function makeSm2Keys(random: Random): KeyPair {
  const secret = drawSecret(random);
  return {
    publicKey: Buffer.from(sm2.compressPublicKeyHex(pointOf(secret)), 'hex').toString('base64url'),
    secretKey: Buffer.from(hexOf(secret), 'hex').toString('base64url'),
  };
}

/** Reads a secret key of our own; a malformed one is a bug or a damaged key file and throws. */
export function sm2Secret(text: string): bigint {
  const bytes = exactly(text, secretBytes);
  const value = bytes ? numberOf(bytes) : 0n;
  if (value < 1n || value > sm2Order - 2n) throw new Error('a secret key is a number of 32 bytes below the order');
  return value;
}

/** Reads a public key; undefined when it is malformed or no point of the curve. The curve has no small subgroup. */
export function sm2PublicHex(text: string): string | undefined {
  const bytes = exactly(text, publicBytes);
  if (!bytes || (bytes[0] !== 2 && bytes[0] !== 3)) return undefined;
  const hex = bytes.toString('hex');
  try {
    return sm2.verifyPublicKey(hex) ? hex : undefined;
  } catch {
    // An x that no point has, or one beyond the field.
    return undefined;
  }
}
