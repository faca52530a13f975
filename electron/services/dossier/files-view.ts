import type { ReadDb } from '#electron/store/db.ts';
import { type DossierFileSeen, fileVersionsOf } from '#electron/store/tables/dossier-files.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

type FileRow = CallOutput<'dossier.get'>['files'][number];

function versionView(row: DossierFileSeen, names: ReadonlyMap<string, string>): FileRow['older'][number] {
  const { id, manifest, name, size, mime, sha256, version, pages, text, addedOn, person } = row;
  const addedBy = names.get(person) ?? person;
  return { id, manifest, name, size, mime, sha256, version, pages, text, addedOn, addedBy };
}

/** The documents of a dossier with their older versions, as screens show them. */
export function filesView(db: ReadDb, dossier: DossierId, names: ReadonlyMap<string, string>): FileRow[] {
  const documents = new Map<string, FileRow>();
  for (const row of fileVersionsOf(db, dossier)) {
    const newest = documents.get(row.series);
    if (newest) newest.older.push(versionView(row, names));
    else documents.set(row.series, { ...versionView(row, names), volume: row.volume, note: row.note, older: [] });
  }
  return [...documents.values()];
}
