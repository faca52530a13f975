import type { Brand } from '#shared/base/brand.ts';
import type { Random } from '#shared/base/ports.ts';
import { hkdf } from './hkdf.ts';

/** The random 32-byte key everything of one office on one device hangs on. Only ever in memory or wrapped. */
export type DataKey = Brand<Uint8Array, 'DataKey'>;

/** Takes 32 bytes as a data key; undefined for any other length. */
export function asDataKey(bytes: Uint8Array | null | undefined): DataKey | undefined {
  return bytes?.length === 32 ? (bytes as DataKey) : undefined;
}

/** Makes a data key. */
export function makeDataKey(random: Random): DataKey {
  return random.bytes(32) as DataKey;
}

/** The raw key of the database. */
export function databaseKey(dataKey: DataKey): Uint8Array {
  return hkdf(dataKey, new Uint8Array(), 'xieban-database-key-v1');
}

/** The key of the file that holds this device's own keys. */
export function deviceFileKey(dataKey: DataKey): Uint8Array {
  return hkdf(dataKey, new Uint8Array(), 'xieban-device-file-key-v1');
}
