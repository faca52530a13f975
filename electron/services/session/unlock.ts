import { recover, unlockByKeychain, unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { DataKey } from '#electron/sealing/data-key.ts';
import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { BaseContext, Handler } from '../context.ts';
import { openOffice } from './open-office.ts';
import { nextRevision } from './revision.ts';
import type { Session } from './session.ts';
import { custodyFailure } from './session-failure.ts';

function adopt(session: Session, dataKey: DataKey, random: Random): Result<void, Failure> {
  const opened = openOffice(session.place.lock, dataKey, random);
  if (!opened.ok) return opened;
  session.adopt(opened.value.open, opened.value.me);
  return ok(undefined);
}

function answer(context: BaseContext, done: Result<void, Failure>): Result<{ revision: number }, Failure> {
  return done.ok ? ok({ revision: nextRevision(context) }) : done;
}

/** Opens the data with the passphrase; wrong ones are counted and slowed down, nothing is ever wiped. */
export const unlock: Handler<'session.unlock'> = async (context, { passphrase }) => {
  const { session, moment, random } = context;
  if (session.open()) return ok({ revision: session.revision() });
  const dataKey = await unlockByPassphrase(session.place.lock.folder, passphrase, moment.at);
  return dataKey.ok ? answer(context, adopt(session, dataKey.value, random)) : err(custodyFailure(dataKey.error));
};

/** Opens the data with the recovery key and keeps it under a new passphrase from now on. */
export const recoverSession: Handler<'session.recover'> = async (context, { recoveryKey, passphrase }) => {
  const { session, random } = context;
  const dataKey = await recover(session.place.lock.folder, recoveryKey, { by: 'passphrase', passphrase }, random);
  return dataKey.ok ? answer(context, adopt(session, dataKey.value, random)) : err(custodyFailure(dataKey.error));
};

/** Opens the data through the operating system's keychain at the start; false when a person must open it. */
export async function unlockAtStart(session: Session, random: Random): Promise<boolean> {
  const { secretStore, lock } = session.place;
  if (!secretStore) return false;
  const dataKey = await unlockByKeychain(lock.folder, secretStore);
  return dataKey.ok && adopt(session, dataKey.value, random).ok;
}
