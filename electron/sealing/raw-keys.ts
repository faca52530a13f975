import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyPair } from './suite.ts';

/** The two curves of suite 1, by the last byte of their object identifier 1.3.101.x. */
export type Curve = 'ed25519' | 'x25519';

const oidByte: Readonly<Record<Curve, number>> = { x25519: 0x6e, ed25519: 0x70 };
const rawBytes = 32;

/** DER around a raw key: fixed prefixes, read alike by OpenSSL and BoringSSL. */
function pkcs8(curve: Curve, secret: Uint8Array): Buffer {
  const prefix = [
    0x30,
    0x2e,
    0x02,
    0x01,
    0x00,
    0x30,
    0x05,
    0x06,
    0x03,
    0x2b,
    0x65,
    oidByte[curve],
    0x04,
    0x22,
    0x04,
    0x20,
  ];
  return Buffer.concat([Buffer.from(prefix), secret]);
}

function spki(curve: Curve, raw: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, oidByte[curve], 0x03, 0x21, 0x00]),
    raw,
  ]);
}

/** Reads base64url of exactly 32 bytes in its one canonical spelling; undefined for anything else. */
export function rawKeyBytes(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === rawBytes && bytes.toString('base64url') === text ? bytes : undefined;
}

/** Reads a raw public key; undefined when it is malformed. */
export function publicKeyObject(curve: Curve, text: string): KeyObject | undefined {
  const raw = rawKeyBytes(text);
  return raw && createPublicKey({ key: spki(curve, raw), format: 'der', type: 'spki' });
}

/** Reads a raw secret key of our own; a malformed one is a bug or a damaged key file and throws. */
export function secretKeyObject(curve: Curve, text: string): KeyObject {
  const raw = rawKeyBytes(text);
  if (!raw) throw new Error('a secret key has 32 bytes');
  return createPrivateKey({ key: pkcs8(curve, raw), format: 'der', type: 'pkcs8' });
}

/** The key pair that follows from 32 secret bytes. */
export function keyPairFrom(curve: Curve, secret: Uint8Array): KeyPair {
  const secretKey = Buffer.from(secret).toString('base64url');
  const der = createPublicKey(secretKeyObject(curve, secretKey)).export({ format: 'der', type: 'spki' });
  return { publicKey: der.subarray(-rawBytes).toString('base64url'), secretKey };
}
