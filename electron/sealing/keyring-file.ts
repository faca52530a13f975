import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CustodyFailure } from './custody-failure.ts';
import { readKeyFile, settleKeyFile, writeKeyFile } from './key-file.ts';
import { isSaneCost, type PassphraseWrap } from './passphrase.ts';

/** The data key sealed to the office's recovery key, with the public half of it. Values are base64url. */
export type RecoveryWrap = { readonly publicKey: string; readonly wrapped: string };

/** The key file of a data folder: the data key, wrapped in two ways at most, and always for the recovery key. */
export type Keyring = {
  readonly v: 1;
  readonly passphrase: PassphraseWrap | null;
  /** base64url of what the operating system's keychain made of the data key. */
  readonly keychain: string | null;
  readonly recovery: RecoveryWrap;
};

const name = 'keyring';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPassphraseWrap(value: unknown): value is PassphraseWrap {
  if (!isObject(value) || value['kdf'] !== 'scrypt') return false;
  const texts = ['salt', 'nonce', 'wrapped'].every((key) => typeof value[key] === 'string');
  const { n, r, p } = value;
  return texts && typeof n === 'number' && typeof r === 'number' && typeof p === 'number' && isSaneCost({ n, r, p });
}

/** Whether a value read from a key file or a backup is a recovery wrap. */
export function isRecoveryWrap(value: unknown): value is RecoveryWrap {
  return isObject(value) && typeof value['publicKey'] === 'string' && typeof value['wrapped'] === 'string';
}

function isKeyring(value: unknown): value is Keyring {
  return (
    isObject(value) &&
    value['v'] === 1 &&
    (value['passphrase'] === null || isPassphraseWrap(value['passphrase'])) &&
    (value['keychain'] === null || typeof value['keychain'] === 'string') &&
    isRecoveryWrap(value['recovery'])
  );
}

/** Reads the key file of a data folder. */
export function readKeyring(folder: string): Result<Keyring, CustodyFailure> {
  const text = readKeyFile(folder, name);
  if (!text.ok) return err({ code: `keyring-${text.error}` as const });
  try {
    const value: unknown = JSON.parse(text.value);
    return isKeyring(value) ? ok(value) : err({ code: 'keyring-damaged' });
  } catch {
    return err({ code: 'keyring-damaged' });
  }
}

/** Writes the key file. */
export function writeKeyring(folder: string, keyring: Keyring): Result<void, CustodyFailure> {
  return writeKeyFile(folder, name, canonicalJson(keyring satisfies JsonObject));
}

/** Brings the older generation of the key file, which may still open with an older passphrase, up to the newest one. */
export function settleKeyring(folder: string): void {
  settleKeyFile(folder, name);
}
