import type { WriteDb } from '#electron/store/db.ts';
import { dropImportFile } from '#electron/store/tables/imports.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { leaveLists } from '../dossier/leave-lists.ts';

/** Takes a file that came with an import and that nobody worked on out of every list; this office never gave its numbers. */
export function withdrawDossier(tx: WriteDb, batch: string, dossier: DossierId): void {
  if (leaveLists(tx, dossier)) dropImportFile(tx, batch, dossier);
}
