import { findDossier } from '#electron/store/tables/dossiers.ts';
import { closedFiles, openFiles } from '#electron/store/tables/open-files.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';

/** The strip of a window. A file that is here no more, such as one of an import taken back, is left out. */
export const listOpenFiles: Handler<'openFile.list'> = ({ open, me }, { window }) => {
  const { db } = open.store;
  const shelf = { person: me, window };
  const files = openFiles(db, shelf).flatMap((id) => {
    const row = findDossier(db, id);
    if (row === undefined) return [];
    const { side, status, caseNo, windowNo, title } = row;
    return [{ id, side, status, number: caseNo ?? windowNo, title }];
  });
  const closed = closedFiles(db, shelf).filter((id) => findDossier(db, id) !== undefined).length;
  return ok({ files, closed });
};
