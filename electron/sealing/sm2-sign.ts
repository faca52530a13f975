import { sm2 } from 'sm-crypto-v2';
import { hexOf, numberOf, pointOf, type Sm2Point, sm2Order, sm2PublicHex, sm2Secret } from './sm2-keys.ts';
import { hmacSm3, sm3Bytes } from './sm3.ts';
import type { KeyPair, Signing } from './suite.ts';

const signatureBytes = 64;
const mostKnownKeys = 64;
const windowBits = 4;

type KnownKey = { readonly point: Sm2Point; readonly z: Uint8Array };
const knownKeys = new Map<string, KnownKey>();

/** Hash of the signer's identity, curve and key (GB/T 32918.2 5.5), with the usual identity 1234567812345678. */
function identityHash(point: string): Uint8Array {
  return sm2.getZ(point.slice(2));
}

/** What a signature is made over: SM3 of the identity hash and the message. */
function digestOf(z: Uint8Array, message: Uint8Array): Uint8Array {
  return sm3Bytes(z, message);
}

/** A table of multiples makes each further check several times quicker; few devices sign what an office reads. */
function verifyingKey(publicKey: string): KnownKey | undefined {
  const known = knownKeys.get(publicKey);
  if (known) return known;
  const hex = sm2PublicHex(publicKey);
  if (!hex) return undefined;
  const point = sm2.precomputePublicKey(hex, windowBits);
  const key = { point, z: identityHash(point.toHex(false)) };
  if (knownKeys.size >= mostKnownKeys) knownKeys.clear();
  knownKeys.set(publicKey, key);
  return key;
}

/**
 * The secret number of one signature, from secret key and digest alone: RFC 6979 3.2 with HMAC-SM3 and the order of SM2.
 * The same key and message always give the same signature, and no source of randomness can betray the key.
 */
function nonceOf(secret: bigint, digest: Uint8Array): bigint {
  const x = Buffer.from(hexOf(secret), 'hex');
  const h = Buffer.from(hexOf(numberOf(digest) % sm2Order), 'hex');
  let value: Uint8Array = Buffer.alloc(32, 1);
  let key: Uint8Array = Buffer.alloc(32, 0);
  for (const step of [0, 1]) {
    key = hmacSm3(key, value, Buffer.of(step), x, h);
    value = hmacSm3(key, value);
  }
  for (;;) {
    value = hmacSm3(key, value);
    const nonce = numberOf(value);
    if (nonce >= 1n && nonce < sm2Order) return nonce;
    key = hmacSm3(key, value, Buffer.of(0));
    value = hmacSm3(key, value);
  }
}

/** Signs a digest with a number of our own. The library falls back on its randomness once in 2^256 signatures. */
function signDigest(secret: bigint, digest: Uint8Array): Uint8Array {
  const k = nonceOf(secret, digest);
  const x1 = BigInt(`0x${pointOf(k).slice(2, 66)}`);
  return Buffer.from(sm2.doSignature(digest, hexOf(secret), { pointPool: [{ k, x1 }] }), 'hex');
}

/** Signs with SM2 (GB/T 32918.2-2016). A signature is r and s, 32 bytes each, most significant first. */
export function sm2Signing({ publicKey, secretKey }: KeyPair): Signing {
  const secret = sm2Secret(secretKey);
  const z = identityHash(pointOf(secret));
  return { publicKey, sign: (bytes) => signDigest(secret, digestOf(z, bytes)) };
}

/** Checks a signature. False for any other key, message or form, and for r or s outside 1 to n - 1; never throws. */
export function sm2Verify(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes) return false;
  // The library checks r against nothing and would throw on some s.
  const parts = [signature.subarray(0, 32), signature.subarray(32)].map(numberOf);
  if (parts.some((part) => part < 1n || part >= sm2Order)) return false;
  const key = verifyingKey(publicKey);
  if (!key) return false;
  const hex = Buffer.from(signature).toString('hex');
  try {
    return sm2.doVerifySignature(digestOf(key.z, bytes), hex, key.point);
  } catch {
    // r and s that lead through no point: no honest signer makes them.
    return false;
  }
}
