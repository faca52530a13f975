import type { DeviceId } from '#shared/base/ids.ts';
import type { SuiteId } from './entry.ts';
import type { Hashing } from './ports.ts';
import { fromBase64Url } from './text-bytes.ts';

/**
 * The suite of a public key in base64url: 32 raw bytes in s1, which are 43 characters; a compressed point of 33 bytes in
 * s2, which are 44.
 */
export function suiteOfKey(publicKey: string): SuiteId {
  return publicKey.length === 44 ? 's2' : 's1';
}

/** Id of a device key: hex of the first 16 bytes of the hash, in its suite, of its raw public signing key (base64url). */
export function deviceIdOf(publicKey: string, hashing: Hashing): DeviceId {
  const raw = fromBase64Url(publicKey) ?? new Uint8Array();
  return hashing.hash(raw, suiteOfKey(publicKey)).slice(0, 32) as DeviceId;
}
