import { isAbsolute } from 'node:path';
import { type BackupFailure, makeBackup as copyEverything } from '#electron/store/backup.ts';
import { err, ok } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { recoveryOf } from '../session/recovery-wrap.ts';
import { nextRevision } from '../session/revision.ts';
import { workCancelled } from '../work/works.ts';

const megabyte = 1_000_000;

/** Sizes are told in megabytes with one decimal: what is needed rounded up, what is free rounded down. */
function backupFailure(failure: BackupFailure): Failure {
  switch (failure.code) {
    case 'cancelled':
      return workCancelled;
    case 'folder-missing':
    case 'not-a-folder':
    case 'not-writable':
      return { ...refused(`backup.${failure.code}`), field: 'folder' };
    case 'no-space': {
      const needed = Math.ceil((failure.needed * 10) / megabyte) / 10;
      const free = Math.floor((failure.free * 10) / megabyte) / 10;
      return { kind: 'storage', code: 'backup.no-space', field: 'folder', facts: { needed, free } };
    }
    default:
      return { kind: 'storage', code: `storage.${failure.code}` };
  }
}

/** Writes a checked, encrypted copy into a folder of its own. It opens with the recovery key alone. */
export const makeBackup: Handler<'backup.make'> = (context, { folder }) => {
  const { open, moment, session } = context;
  // One after the other: two copies being written in one folder would take each other's files for leftovers.
  return session.inTurn(async () => {
    if (!isAbsolute(folder)) return err({ ...refused('backup.folder-not-absolute'), field: 'folder' });
    const recovery = recoveryOf(open);
    if (!recovery.ok) return recovery;
    const made = await session.works.run('backup', (work) =>
      copyEverything(open.store, folder, moment.at, recovery.value, work),
    );
    if (!made.ok) return err(backupFailure(made.error));
    return ok({ ...made.value, revision: nextRevision(context) });
  });
};
