import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { aesDecrypt, aesEncrypt } from './aes-gcm.ts';
import type { CustodyFailure } from './custody-failure.ts';
import { type DataKey, deviceFileKey } from './data-key.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import type { KeyPair } from './suite.ts';

/**
 * The secret keys a device works with. They lie in a file of their own, never in the database and never in a backup: a
 * restored copy is another device.
 */
export type DeviceKeys = {
  /** Signs entries, bundles and receipts. */
  readonly signing: KeyPair;
  /** Signs entries in requests of another suite than the office's; absent where the office has keys of one suite only. */
  readonly also?: KeyPair;
  /** The office's sealing keys, newest first; older ones still open what was sealed to them. */
  readonly sealing: readonly KeyPair[];
  /** The office's root key, where this device may issue cards and certificates; null elsewhere. */
  readonly root: KeyPair | null;
};

const name = 'device';
const aad = Buffer.from('xieban-device-keys-v1');
const nonceBytes = 12;

function isPair(value: unknown): value is KeyPair {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'publicKey' in value &&
    'secretKey' in value &&
    [value.publicKey, value.secretKey].every((v) => typeof v === 'string')
  );
}

function isDeviceKeys(value: unknown): value is DeviceKeys {
  if (typeof value !== 'object' || value === null) return false;
  if (!('signing' in value && 'sealing' in value && 'root' in value)) return false;
  const { signing, sealing, root } = value;
  if ('also' in value && !isPair(value.also)) return false;
  return isPair(signing) && Array.isArray(sealing) && sealing.every(isPair) && (root === null || isPair(root));
}

/** Writes the device's keys, encrypted under the data key. */
export function writeDeviceKeys(
  folder: string,
  dataKey: DataKey,
  keys: DeviceKeys,
  random: Random,
): Result<void, CustodyFailure> {
  const nonce = random.bytes(nonceBytes);
  const sealed = aesEncrypt(deviceFileKey(dataKey), nonce, aad, Buffer.from(canonicalJson(keys), 'utf8'));
  return writeKeyFile(folder, name, Buffer.concat([nonce, sealed]).toString('base64url'));
}

/** Reads the device's keys. */
export function readDeviceKeys(folder: string, dataKey: DataKey): Result<DeviceKeys, CustodyFailure> {
  const text = readKeyFile(folder, name);
  if (!text.ok) return err({ code: `device-keys-${text.error}` as const });
  const bytes = Buffer.from(text.value, 'base64url');
  const plain = aesDecrypt(deviceFileKey(dataKey), bytes.subarray(0, nonceBytes), aad, bytes.subarray(nonceBytes));
  if (!plain) return err({ code: 'device-keys-damaged' });
  const value: unknown = JSON.parse(Buffer.from(plain).toString('utf8'));
  return isDeviceKeys(value) ? ok(value) : err({ code: 'device-keys-damaged' });
}
