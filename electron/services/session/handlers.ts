import type { Handlers } from '../context.ts';
import { changePassphrase } from './change-passphrase.ts';
import { confirmRecoveryKey } from './confirm-recovery-key.ts';
import { createOffice } from './create-office.ts';
import { lockSession } from './lock-session.ts';
import { splitRecoveryKey } from './recovery-shares.ts';
import { renewRecoveryKey } from './renew-recovery-key.ts';
import { enterSample, leaveSample } from './sample-door.ts';
import { setAside } from './set-aside.ts';
import { sessionStatus } from './status.ts';
import { recoverSession, unlock } from './unlock.ts';

/** Calls about opening and closing the data. */
export const sessionHandlers = {
  'session.status': sessionStatus,
  'session.create': createOffice,
  'session.confirmRecoveryKey': confirmRecoveryKey,
  'session.unlock': unlock,
  'session.recover': recoverSession,
  'session.changePassphrase': changePassphrase,
  'session.renewRecoveryKey': renewRecoveryKey,
  'session.splitRecoveryKey': splitRecoveryKey,
  'session.setAside': setAside,
  'session.lock': lockSession,
  'session.sample': enterSample,
  'session.leaveSample': leaveSample,
} satisfies Partial<Handlers>;
