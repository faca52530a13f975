import { unlockByKeychain, unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { DataKey } from '#electron/sealing/data-key.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { custodyFailure } from './session-failure.ts';

/**
 * The data key once more, for an act that changes how it is kept: by the passphrase typed again, whose wrong tries are
 * counted and slowed down as at the door, or by the system's keychain where that keeps it.
 */
export async function proveAtDesk(
  { session, moment }: OfficeContext,
  passphrase: string | undefined,
): Promise<Result<DataKey, Failure>> {
  const { lock, secretStore } = session.place;
  if (passphrase !== undefined) {
    const opened = await unlockByPassphrase(lock.folder, passphrase, moment.at);
    return opened.ok ? ok(opened.value) : err({ ...custodyFailure(opened.error), field: 'current' });
  }
  const opened = secretStore ? await unlockByKeychain(lock.folder, secretStore) : undefined;
  if (opened?.ok) return ok(opened.value);
  return err({ ...refused('session.passphrase-again'), field: 'current' });
}
