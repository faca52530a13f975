import { recover, unlockByKeychain, unlockByPassphrase } from '#electron/sealing/custody.ts';
import type { DataKey } from '#electron/sealing/data-key.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { forgetRecorded, readTries, type UnrecordedTries } from '#electron/sealing/tries.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { BaseContext, Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { localMoment } from '../recorded-at.ts';
import { openOffice } from './open-office.ts';
import { typedRecoveryKey } from './recovery-shares.ts';
import { settleRecovery } from './recovery-wrap.ts';
import { nextRevision } from './revision.ts';
import type { Session } from './session.ts';
import { custodyFailure } from './session-failure.ts';

type Desk = Pick<BaseContext, 'session' | 'random' | 'moment'>;

/** Opens the data, records in the audit chain that it was opened, and how, and takes it over. */
function adopt(context: Desk, dataKey: DataKey, by: string): Result<void, Failure> {
  const { session, random, moment } = context;
  const { folder } = session.place.lock;
  const opened = openOffice(session.place.lock, dataKey, context);
  if (!opened.ok) return refusedToOpen(session, opened.error);
  const { open, me } = opened.value;
  const { unrecorded } = readTries(folder);
  const recorded = inOneTransaction({ open }, (tx) => {
    const lines = [
      ...(unrecorded ? [auditFact({ open, moment }, 'audit.tries', { about: triesText(unrecorded) })] : []),
      auditFact({ open, moment }, 'audit.opened', { about: by }),
    ];
    append(tx, { open, me, moment, random }, lines);
    return ok(undefined);
  });
  if (!recorded.ok) {
    open.store.close();
    return refusedToOpen(session, recorded.error);
  }
  // Only now, so that a kill in between leaves two lines about the tries and never none.
  if (unrecorded) forgetRecorded(folder);
  settleRecovery(open);
  session.adopt(open, me);
  return ok(undefined);
}

/** Data that is damaged although its key is right can be put aside and a copy restored; see `setAside`. */
function refusedToOpen(session: Session, failure: Failure): Result<never, Failure> {
  const broken = failure.kind === 'damaged' && !failure.code.endsWith('newer');
  session.noteDamage(broken ? failure.code : undefined);
  if (broken) session.announce(['session']);
  return err(failure);
}

/** How many wrong passphrases there were and when the first and the last: '3 2026-03-17T09:30 2026-03-17T09:31'. */
function triesText({ count, first, last }: UnrecordedTries): string {
  return `${count} ${localMoment(first)} ${localMoment(last)}`;
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

/** Opens the data with the recovery key, or with two shares of it, and keeps it under a new passphrase from now on. */
export const recoverSession: Handler<'session.recover'> = (context, { passphrase, ...typed }) => {
  const { session, random } = context;
  return session.inTurn(async () => {
    const { folder } = session.place.lock;
    const keyring = readKeyring(folder);
    if (!keyring.ok) return err(custodyFailure(keyring.error));
    const recoveryKey = await typedRecoveryKey(keyring.value.recovery, typed);
    if (!recoveryKey.ok) return recoveryKey;
    const dataKey = await recover(folder, recoveryKey.value, { by: 'passphrase', passphrase }, random);
    if (!dataKey.ok) return err(custodyFailure(dataKey.error));
    const by = typed.otherShare === undefined ? 'recovery-key' : 'recovery-shares';
    return answer(context, adopt(context, dataKey.value, by));
  });
};

/** Opens the data through the operating system's keychain at the start; false when a person must open it. */
export async function unlockAtStart(context: Desk): Promise<boolean> {
  const { secretStore, lock } = context.session.place;
  if (!secretStore) return false;
  const dataKey = await unlockByKeychain(lock.folder, secretStore);
  return dataKey.ok && adopt(context, dataKey.value, 'keychain').ok;
}
