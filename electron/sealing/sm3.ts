import { hkdf, sm3 } from 'sm-crypto-v2';

/** SM3 (GB/T 32905-2016): 32 bytes. */
export function sm3Bytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.from(sm3Hex(...parts), 'hex');
}

/** SM3 as lower-case hex. */
export function sm3Hex(...parts: readonly Uint8Array[]): string {
  const [first = new Uint8Array()] = parts;
  return sm3(parts.length === 1 ? first : Buffer.concat(parts));
}

/** HMAC (RFC 2104) over SM3: 32 bytes. */
export function hmacSm3(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.from(sm3(Buffer.concat(parts), { key }), 'hex');
}

/** HKDF (RFC 5869) over SM3 without a salt. Answers `length` bytes, at most 8160. */
export function hkdfSm3(secret: Uint8Array, info: string, length: number): Uint8Array {
  return hkdf(secret, undefined, info, length);
}
