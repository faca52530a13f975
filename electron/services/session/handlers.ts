import type { Handlers } from '../context.ts';
import { confirmRecoveryKey } from './confirm-recovery-key.ts';
import { createOffice } from './create-office.ts';
import { lockSession } from './lock-session.ts';
import { enterSample, leaveSample } from './sample-door.ts';
import { sessionStatus } from './status.ts';
import { recoverSession, unlock } from './unlock.ts';

/** Calls about opening and closing the data. */
export const sessionHandlers = {
  'session.status': sessionStatus,
  'session.create': createOffice,
  'session.confirmRecoveryKey': confirmRecoveryKey,
  'session.unlock': unlock,
  'session.recover': recoverSession,
  'session.lock': lockSession,
  'session.sample': enterSample,
  'session.leaveSample': leaveSample,
} satisfies Partial<Handlers>;
