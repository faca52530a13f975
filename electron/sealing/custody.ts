import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CustodyFailure } from './custody-failure.ts';
import { asDataKey, type DataKey, makeDataKey } from './data-key.ts';
import {
  isRecoveryWrap,
  type Keyring,
  type RecoveryWrap,
  readKeyring,
  settleKeyring,
  writeKeyring,
} from './keyring-file.ts';
import { type ScryptCost, unwrapByPassphrase, wrapByPassphrase } from './passphrase.ts';
import { makeRecoveryKey, readRecoveryKey, recoveryKeyPair } from './recovery-key.ts';
import { openSeal, seal } from './seal-one.ts';
import type { SecretStore } from './secret-store.ts';
import { countTry, forgetWait, forgiveTry, readTries, settleTries, waitMs } from './tries.ts';

/** How the data key is kept on this machine. `cost` is only for tests, which cannot wait half a second each. */
export type Protection =
  | { readonly by: 'passphrase'; readonly passphrase: string; readonly cost?: ScryptCost }
  | { readonly by: 'keychain'; readonly secretStore: SecretStore };

const about = { purpose: 'recovery' };

async function wrapsFor(
  dataKey: DataKey,
  protection: Protection,
  random: Random,
): Promise<Result<Pick<Keyring, 'passphrase' | 'keychain'>, CustodyFailure>> {
  if (protection.by === 'passphrase') {
    const passphrase = await wrapByPassphrase(dataKey, protection.passphrase, random, protection.cost);
    return ok({ passphrase, keychain: null });
  }
  const wrapped = await protection.secretStore.wrap(dataKey);
  if (!wrapped) return err({ code: 'keychain-refused' });
  const back = await protection.secretStore.unwrap(wrapped);
  // A keychain that cannot give the key back would lock the office out at the next start.
  if (!back || !Buffer.from(back).equals(dataKey)) return err({ code: 'keychain-refused' });
  return ok({ passphrase: null, keychain: Buffer.from(wrapped).toString('base64url') });
}

/** Seals a secret of the office to the recovery key, of which only the public half is needed. */
export function sealForRecovery(recovery: RecoveryWrap, secret: Uint8Array, random: Random): Uint8Array {
  const sealed = seal(about, secret, [recovery.publicKey], random);
  if (!sealed.ok) throw new Error('the recovery key of a key file is sound');
  return sealed.value;
}

/** Opens with the recovery key what was sealed for it. */
export function openByRecovery(typed: string, sealed: Uint8Array): Result<Uint8Array, CustodyFailure> {
  const secret = readRecoveryKey(typed);
  if (!secret.ok) return secret;
  const opened = openSeal(sealed, [recoveryKeyPair(secret.value)]);
  return opened.ok ? ok(opened.value.bytes) : err({ code: 'wrong-recovery-key' });
}

/** A fresh recovery key and the data key's wrap for it. The key is nowhere else; nothing is written. */
export function recoveryFor(
  dataKey: DataKey,
  random: Random,
): { readonly recoveryKey: string; readonly recovery: RecoveryWrap } {
  const recoveryKey = makeRecoveryKey(random);
  const secret = readRecoveryKey(recoveryKey);
  if (!secret.ok) throw new Error('a fresh recovery key is well formed');
  const publicKey = recoveryKeyPair(secret.value).publicKey;
  const sealed = sealForRecovery({ publicKey, wrapped: '' }, dataKey, random);
  return { recoveryKey, recovery: { publicKey, wrapped: Buffer.from(sealed).toString('base64url') } };
}

/** Makes the keys of a new office's data. The recovery key is answered once; it is nowhere else. */
export async function createKeyring(
  folder: string,
  protection: Protection,
  random: Random,
): Promise<Result<{ readonly dataKey: DataKey; readonly recoveryKey: string }, CustodyFailure>> {
  const existing = readKeyring(folder);
  if (existing.ok || existing.error.code !== 'keyring-missing') return err({ code: 'keyring-exists' });
  const dataKey = makeDataKey(random);
  const { recoveryKey, recovery } = recoveryFor(dataKey, random);
  const written = await adoptKeyring(folder, dataKey, recovery, protection, random);
  return written.ok ? ok({ dataKey, recoveryKey }) : written;
}

/** Writes the key file for a data key that was opened before: a new passphrase, another keychain, a restored copy. */
export async function adoptKeyring(
  folder: string,
  dataKey: DataKey,
  recovery: RecoveryWrap,
  protection: Protection,
  random: Random,
): Promise<Result<void, CustodyFailure>> {
  const wraps = await wrapsFor(dataKey, protection, random);
  if (!wraps.ok) return wraps;
  const written = writeKeyring(folder, { v: 1, ...wraps.value, recovery });
  return written.ok ? forgetWait(folder) : written;
}

/** How many wrong passphrases there were in a row, and how long until the next is taken. */
export function triesStatus(folder: string, now: number): { readonly failedTries: number; readonly waitMs: number } {
  const tries = settleTries(folder, now);
  return { failedTries: tries.failed, waitMs: waitMs(tries, now) };
}

/**
 * Opens the data key with the passphrase. The try is counted on disk before it is made, so that ending the process does
 * not give one away; after five wrong ones each further one waits longer, and nothing is ever wiped.
 */
export async function unlockByPassphrase(
  folder: string,
  passphrase: string,
  now: number,
): Promise<Result<DataKey, CustodyFailure>> {
  const keyring = readKeyring(folder);
  if (!keyring.ok) return keyring;
  const wrap = keyring.value.passphrase;
  if (!wrap) return err({ code: 'no-passphrase' });
  const wait = triesStatus(folder, now).waitMs;
  if (wait > 0) return err({ code: 'wait', waitMs: wait });
  const before = readTries(folder);
  const counted = countTry(folder, now);
  if (!counted.ok) return counted;
  const failed = counted.value;
  const dataKey = asDataKey(await unwrapByPassphrase(wrap, passphrase));
  if (!dataKey) return err({ code: 'wrong-passphrase', failedTries: failed, waitMs: waitMs({ failed, at: now }, now) });
  const cleared = forgiveTry(folder, before);
  // A kill while the passphrase was changed leaves the one before in the older generation of the key file.
  if (cleared.ok) settleKeyring(folder);
  return cleared.ok ? ok(dataKey) : cleared;
}

/** Opens the data key through the operating system's keychain. */
export async function unlockByKeychain(folder: string, store: SecretStore): Promise<Result<DataKey, CustodyFailure>> {
  const keyring = readKeyring(folder);
  if (!keyring.ok) return keyring;
  if (keyring.value.keychain === null) return err({ code: 'no-keychain' });
  const dataKey = asDataKey(await store.unwrap(Buffer.from(keyring.value.keychain, 'base64url')));
  return dataKey ? ok(dataKey) : err({ code: 'keychain-refused' });
}

/** Opens a data key with the recovery key: of this folder's key file, or of a backup's. */
export function unlockByRecoveryKey(recovery: unknown, typed: string): Result<DataKey, CustodyFailure> {
  if (!isRecoveryWrap(recovery)) return err({ code: 'keyring-damaged' });
  const opened = openByRecovery(typed, Buffer.from(recovery.wrapped, 'base64url'));
  if (!opened.ok) return opened;
  const dataKey = asDataKey(opened.value);
  return dataKey ? ok(dataKey) : err({ code: 'keyring-damaged' });
}

/** Opens a folder's data with the recovery key and keeps the data key in a new way from now on. */
export async function recover(
  folder: string,
  typed: string,
  protection: Protection,
  random: Random,
): Promise<Result<DataKey, CustodyFailure>> {
  const keyring = readKeyring(folder);
  if (!keyring.ok) return keyring;
  const dataKey = unlockByRecoveryKey(keyring.value.recovery, typed);
  if (!dataKey.ok) return dataKey;
  const written = await adoptKeyring(folder, dataKey.value, keyring.value.recovery, protection, random);
  return written.ok ? dataKey : written;
}
