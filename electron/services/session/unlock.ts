import { recover, unlockByKeychain, unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { DataKey } from '#electron/sealing/data-key.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { BaseContext, Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { openOffice } from './open-office.ts';
import { nextRevision } from './revision.ts';
import { custodyFailure } from './session-failure.ts';

type Desk = Pick<BaseContext, 'session' | 'random' | 'moment'>;

/** Opens the data, records in the audit chain that it was opened, and how, and takes it over. */
function adopt(context: Desk, dataKey: DataKey, by: string): Result<void, Failure> {
  const { session, random, moment } = context;
  const opened = openOffice(session.place.lock, dataKey, context);
  if (!opened.ok) return opened;
  const { open, me } = opened.value;
  const recorded = inOneTransaction({ open }, (tx) => {
    append(tx, { open, me, moment, random }, [auditFact({ open, moment }, 'audit.opened', { about: by })]);
    return ok(undefined);
  });
  if (!recorded.ok) {
    open.store.close();
    return recorded;
  }
  session.adopt(open, me);
  return ok(undefined);
}

function answer(context: BaseContext, done: Result<void, Failure>): Result<{ revision: number }, Failure> {
  return done.ok ? ok({ revision: nextRevision(context) }) : done;
}

/** Opens the data with the passphrase; wrong ones are counted and slowed down, nothing is ever wiped. */
export const unlock: Handler<'session.unlock'> = (context, { passphrase }) => {
  const { session, moment } = context;
  return session.inTurn(async () => {
    if (session.open()) return ok({ revision: session.revision() });
    const dataKey = await unlockByPassphrase(session.place.lock.folder, passphrase, moment.at);
    if (!dataKey.ok) return err(custodyFailure(dataKey.error));
    return answer(context, adopt(context, dataKey.value, 'passphrase'));
  });
};

/** Opens the data with the recovery key and keeps it under a new passphrase from now on. */
export const recoverSession: Handler<'session.recover'> = (context, { recoveryKey, passphrase }) => {
  const { session, random } = context;
  return session.inTurn(async () => {
    const dataKey = await recover(session.place.lock.folder, recoveryKey, { by: 'passphrase', passphrase }, random);
    if (!dataKey.ok) return err(custodyFailure(dataKey.error));
    return answer(context, adopt(context, dataKey.value, 'recovery-key'));
  });
};

/** Opens the data through the operating system's keychain at the start; false when a person must open it. */
export async function unlockAtStart(context: Desk): Promise<boolean> {
  const { secretStore, lock } = context.session.place;
  if (!secretStore) return false;
  const dataKey = await unlockByKeychain(lock.folder, secretStore);
  return dataKey.ok && adopt(context, dataKey.value, 'keychain').ok;
}
