import { isAbsolute } from 'node:path';
import { readKeyring } from '#electron/sealing/keyring-file.ts';
import { makeBackup as copyEverything } from '#electron/store/backup.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { nextRevision } from '../session/revision.ts';
import { custodyFailure } from '../session/session-failure.ts';

/** Writes a checked, encrypted copy into a folder of its own. It opens with the recovery key alone. */
export const makeBackup: Handler<'backup.make'> = (context, { folder }) => {
  const { open, moment, session } = context;
  // One after the other: two copies being written in one folder would take each other's files for leftovers.
  return session.inTurn(async () => {
    if (!isAbsolute(folder)) return err({ ...refused('backup.folder-not-absolute'), field: 'folder' });
    const keyring = readKeyring(open.store.folder);
    if (!keyring.ok) return err(custodyFailure(keyring.error));
    const made = await copyEverything(open.store, folder, moment.at, keyring.value.recovery);
    if (!made.ok) return err({ kind: 'storage', code: `storage.${made.error.code}` });
    return ok({ ...made.value, revision: nextRevision(context) });
  });
};
