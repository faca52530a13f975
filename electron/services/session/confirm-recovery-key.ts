import { unlockByRecoveryKey } from '#electron/sealing/custody.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { confirmedSetting, recoveryOf } from './recovery-wrap.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

/** Proves that the recovery key was written down: it is typed back and must open the data key. */
export const confirmRecoveryKey: Handler<'session.confirmRecoveryKey'> = (context, { recoveryKey }) => {
  const recovery = recoveryOf(context.open);
  if (!recovery.ok) return recovery;
  const opened = unlockByRecoveryKey(recovery.value, recoveryKey);
  if (!opened.ok) return err(custodyFailure(opened.error));
  return inOneTransaction(context, (tx) => {
    writeSetting(tx, confirmedSetting, 'true');
    return ok({ revision: nextRevision(context) });
  });
};
