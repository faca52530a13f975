import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { quarantineDatabase } from '#electron/store/check.ts';
import { databasePath } from '#electron/store/database-file.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { storageFailure } from '../journal/append.ts';
import { nextRevision } from './revision.ts';
import type { Session } from './session.ts';

/** Whether this machine's data is known to be damaged, so that it may be put aside; never while it is open. */
export function mayBeSetAside(session: Session): boolean {
  const { folder } = session.place.lock;
  if (session.open() || !existsSync(databasePath(folder))) return false;
  if (session.damage() !== undefined) return true;
  const keyring = readKeyring(folder);
  return !keyring.ok && keyring.error.code !== 'keyring-newer';
}

/** Where damaged data was put aside last while there is none in its place; undefined when nothing was. */
export function lastSetAside(folder: string): string | undefined {
  const aside = join(folder, 'quarantine');
  if (existsSync(databasePath(folder)) || !existsSync(aside)) return undefined;
  const last = readdirSync(aside).toSorted().at(-1);
  return last === undefined ? undefined : join(aside, last);
}

/** Puts data aside that could not be opened for damage, by renaming: nothing is deleted, and a copy can take its place. */
export const setAside: Handler<'session.setAside'> = (context) =>
  context.session.inTurn(async () => {
    const { session, moment } = context;
    if (!mayBeSetAside(session)) return err(refused('session.nothing-damaged'));
    const moved = quarantineDatabase(session.place.lock.folder, moment.at);
    if (!moved.ok) return err(storageFailure(moved.error));
    session.noteDamage(undefined);
    return ok({ path: moved.value, revision: nextRevision(context) });
  });
