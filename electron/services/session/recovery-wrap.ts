import { isRecoveryWrap, type RecoveryWrap, readKeyring, writeKeyring } from '#electron/sealing/keyring-file.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OpenOffice } from '../context.ts';
import { custodyFailure } from './session-failure.ts';

/**
 * Setting that keeps the data key's wrap for the recovery key, where nobody without the data key can change it: the wrap
 * in the key file beside the database could be spoilt, and every copy made with it would open for nobody.
 */
export const recoverySetting = 'recovery-key.wrap';

/** Setting that says the recovery key was typed back correctly once: 'true'. */
export const confirmedSetting = 'recovery-key.confirmed';

function keptInside(db: ReadDb): RecoveryWrap | undefined {
  const known: unknown = JSON.parse(readSetting(db, recoverySetting) ?? 'null');
  return isRecoveryWrap(known) ? { publicKey: known.publicKey, wrapped: known.wrapped } : undefined;
}

/** The wrap of the office's recovery key. Data from before it was kept inside has it in the key file alone. */
export function recoveryOf({ store }: OpenOffice): Result<RecoveryWrap, Failure> {
  const inside = keptInside(store.db);
  if (inside) return ok(inside);
  const keyring = readKeyring(store.folder);
  return keyring.ok ? ok(keyring.value.recovery) : err(custodyFailure(keyring.error));
}

/**
 * Gives the key file the wrap that stands in the database, where the two differ: somebody spoilt the file, or a kill came
 * while a new recovery key was being made, which nobody has seen. What cannot be written stays for the next time.
 */
export function settleRecovery({ store }: OpenOffice): void {
  const inside = keptInside(store.db);
  const keyring = readKeyring(store.folder);
  if (!inside || !keyring.ok) return;
  const { recovery } = keyring.value;
  if (recovery.publicKey === inside.publicKey && recovery.wrapped === inside.wrapped) return;
  writeKeyring(store.folder, { ...keyring.value, recovery: inside });
}
