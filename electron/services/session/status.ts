import { existsSync } from 'node:fs';
import { triesStatus } from '#electron/sealing/custody.ts';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { databasePath } from '#electron/store/database-file.ts';
import { readSetting } from '#electron/store/tables/settings.ts';
import type { Moment } from '#shared/base/ports.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { BaseContext, Handler, OpenOffice } from '../context.ts';
import { clockBehind } from '../latest-day.ts';
import { needsTakeover } from '../recovery/recovery-state.ts';
import { sharesMadeOn } from './recovery-shares.ts';
import { confirmedSetting } from './recovery-wrap.ts';
import type { Session } from './session.ts';
import { lastSetAside, mayBeSetAside } from './set-aside.ts';

type Status = CallOutput<'session.status'>;
type Shown = Pick<Status, 'state' | 'refusal' | 'custody' | 'setAside'>;

function closedState(session: Session): Shown {
  const { folder } = session.place.lock;
  const setAside = lastSetAside(folder);
  const empty = { state: 'empty', custody: 'passphrase' } as const;
  if (!existsSync(databasePath(folder))) return setAside === undefined ? empty : { ...empty, setAside };
  const keyring = readKeyring(folder);
  if (!keyring.ok) return { state: 'refused', refusal: `session.${keyring.error.code}`, custody: 'passphrase' };
  const custody = keyring.value.passphrase ? 'passphrase' : 'keychain';
  const refusal = session.damage();
  return refusal === undefined ? { state: 'locked', custody } : { state: 'refused', refusal, custody };
}

function openState(folder: string): Shown {
  const keyring = readKeyring(folder);
  return { state: 'open', custody: keyring.ok && keyring.value.keychain !== null ? 'keychain' : 'passphrase' };
}

function clockOf(open: OpenOffice | undefined, moment: Moment): Pick<Status, 'clockBehind' | 'newest'> {
  const newest = open && clockBehind(open.store.db, moment);
  return newest === undefined ? { clockBehind: false } : { clockBehind: true, newest };
}

function facts(context: BaseContext): Status {
  const { session, moment } = context;
  const { lock, sample, desk, version } = session.place;
  const open = session.open();
  const tries = triesStatus(lock.folder, moment.at);
  const split = open && sharesMadeOn(open.store.db);
  return {
    ...(open ? openState(lock.folder) : closedState(session)),
    ...clockOf(open, moment),
    ...{ sample, desk, version, today: moment.today },
    waitSeconds: Math.ceil(tries.waitMs / 1000),
    failedTries: tries.failedTries,
    recoveryKeyUnconfirmed: open !== undefined && readSetting(open.store.db, confirmedSetting) !== 'true',
    ...(split === undefined ? {} : { recoverySharesMadeOn: split }),
    mayBeSetAside: mayBeSetAside(session),
    requestsReadOnly: open !== undefined && needsTakeover(open.store.db),
  };
}

/** What can be done now; answers in every state, also when nothing can be opened. */
export const sessionStatus: Handler<'session.status'> = (context) => ok(facts(context));
