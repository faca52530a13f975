import { findDossier } from '#electron/store/tables/dossiers.ts';
import { closedFiles, showFile } from '#electron/store/tables/open-files.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';

/** Puts the file closed last back where it stood. */
export const reopenFile: Handler<'openFile.reopen'> = (context, { window }) => {
  const shelf = { person: context.me, window };
  const written = inOneTransaction(context, (tx) => {
    const id = closedFiles(tx, shelf).find((closed) => findDossier(tx, closed) !== undefined);
    if (id === undefined) return err(refused('open-file.none-closed'));
    showFile(tx, shelf, id);
    return ok(id);
  });
  return written.ok ? ok({ id: written.value, revision: nextRevision(context) }) : written;
};
