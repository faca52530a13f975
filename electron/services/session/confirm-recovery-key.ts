import { unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

/** Setting that says the recovery key was typed back correctly once. */
export const confirmedSetting = 'recovery-key.confirmed';

/**
 * Setting that keeps the data key's wrap for the recovery key, where nobody without the data key can change it: the wrap
 * in the key file beside the database could be spoilt, and every copy made with it would open for nobody.
 */
export const recoverySetting = 'recovery-key.wrap';

/** Proves that the recovery key was written down: it is typed back and must open the data key. */
export const confirmRecoveryKey: Handler<'session.confirmRecoveryKey'> = (context, { recoveryKey }) => {
  const keyring = readKeyring(context.session.place.lock.folder);
  if (!keyring.ok) return err(custodyFailure(keyring.error));
  const opened = unlockByRecoveryKey(keyring.value.recovery, recoveryKey);
  if (!opened.ok) return err(custodyFailure(opened.error));
  return inOneTransaction(context, (tx) => {
    writeSetting(tx, confirmedSetting, 'true');
    return ok({ revision: nextRevision(context) });
  });
};
