import { readMeta, writeMeta } from '#electron/store/tables/meta.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { checkFolder } from './scan-folder.ts';

/** The folder that is set on this device. */
export const getScanFolder: Handler<'scanner.get'> = ({ open }) =>
  ok({ folder: readMeta(open.store.db, 'scan-folder') ?? '' });

/** Sets the folder of this device, which is no fact of the office: the next machine has another one. */
export const setScanFolder: Handler<'scanner.setFolder'> = async (context, typed) => {
  const folder = typed.folder.trim();
  const checked = folder === '' ? ok(undefined) : await checkFolder(context, folder);
  if (!checked.ok) return checked;
  const written = inOneTransaction(context, (tx) => ok(writeMeta(tx, 'scan-folder', folder)));
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
