import type { DeviceId } from '#shared/base/ids.ts';
import type { Hashing } from './ports.ts';
import { fromBase64Url } from './text-bytes.ts';

/** Id of a device key: hex of the first 16 bytes of the hash of its raw public signing key (base64url). */
export function deviceIdOf(publicKey: string, hashing: Hashing): DeviceId {
  return hashing.hash(fromBase64Url(publicKey) ?? new Uint8Array()).slice(0, 32) as DeviceId;
}
