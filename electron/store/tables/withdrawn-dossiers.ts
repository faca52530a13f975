import type { DossierId } from '#shared/base/ids.ts';
import type { WriteDb } from '../db.ts';
import { dropSearchText } from '../search/search-index.ts';
import { dossierN } from './dossiers.ts';

/** Tables a file has rows in beside those its parties, its numbers and its place in lists are kept by. */
const tables: readonly string[] = ['claim', 'note', 'dossier_file', 'clock_event', 'dossier_step', 'dossier_text'];

/** Drops the rows of a file from every table; its parties and numbers are gone before, for others depend on them. */
export function dropDossier(tx: WriteDb, dossier: DossierId): void {
  const n = dossierN(tx, dossier);
  if (n === undefined) return;
  dropSearchText(tx, n);
  for (const table of tables) tx.run(`DELETE FROM ${table} WHERE dossier = ?`, dossier);
  tx.run('DELETE FROM deadline WHERE subject = ?', dossier);
  tx.run('UPDATE dossier_kind SET n = n - 1 WHERE id = (SELECT kind FROM dossier_key WHERE n = ?)', n);
  tx.run('DELETE FROM dossier_key WHERE n = ?', n);
  tx.run('DELETE FROM dossier WHERE n = ?', n);
}
