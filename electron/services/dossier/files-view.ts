import type { ReadDb } from '#electron/store/db.ts';
import { type DossierFileSeen, fileVersionsOf } from '#electron/store/tables/dossier-files.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { readingKind } from '#shared/reading/kind.ts';

type FileRow = CallOutput<'dossier.get'>['files'][number];

/** A picture is one page and has no text; of a Word document only what the program that saved it wrote is known. */
function readOf({ mime, name, pages, text }: DossierFileSeen): Pick<FileRow, 'pages' | 'pagesSaid' | 'text'> {
  const kind = readingKind(mime, name);
  const unread = text === 'waiting' && (kind === undefined || kind === 'picture');
  const said = kind === 'docx' && pages !== null;
  return { pages: kind === 'picture' ? 1 : pages, pagesSaid: said, text: unread ? 'none' : text };
}

function versionView(row: DossierFileSeen, names: ReadonlyMap<string, string>): FileRow['older'][number] {
  const { id, manifest, name, size, mime, sha256, version, addedOn, person } = row;
  const addedBy = names.get(person) ?? person;
  return { id, manifest, name, size, mime, sha256, version, ...readOf(row), addedOn, addedBy };
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
