import type { DossierId, ManifestId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** How far the text of a file was read: not yet, all of it, its beginning only, or it has none that can be read. */
export type TextState = 'waiting' | 'read' | 'part' | 'none';

/** The text of a file as it was read. */
export type FileText = {
  readonly state: TextState;
  readonly text: string;
  /** Pages the file has; null where its kind has none or they are not known. */
  readonly pages: number | null;
};

/** The texts of the newest versions of a dossier's documents that were read, each once. */
export function fileTextsOf(db: ReadDb, dossier: DossierId): readonly string[] {
  const rows = db.all<{ text: string }>(
    `SELECT text FROM file_text
     WHERE state IN ('read', 'part') AND manifest IN (SELECT manifest FROM dossier_file WHERE dossier = ? AND newest = 1)
     ORDER BY manifest`,
    dossier,
  );
  return rows.map(({ text }) => text);
}

/** Dossiers a file lies on. */
export function dossiersWithFile(db: ReadDb, manifest: ManifestId): readonly DossierId[] {
  const rows = db.all<{ dossier: DossierId }>(
    'SELECT DISTINCT dossier FROM dossier_file WHERE manifest = ? ORDER BY dossier',
    manifest,
  );
  return rows.map(({ dossier }) => dossier);
}

/** Notes that a file is to be read; one that was read or is waiting stays as it is. */
export function wantFileText(tx: WriteDb, manifest: ManifestId): void {
  tx.run(
    "INSERT INTO file_text (manifest, state, text, pages, tries) VALUES (?, 'waiting', '', NULL, 0) ON CONFLICT DO NOTHING",
    manifest,
  );
}

/** A whole file on a dossier that is to be read next, with its type and a name it bears; undefined when all are read. */
export function nextFileToRead(
  db: ReadDb,
): { readonly manifest: ManifestId; readonly mime: string; readonly name: string; readonly tries: number } | undefined {
  return db.get(
    `SELECT file_text.manifest AS manifest, mime, name, tries FROM file_text
     JOIN dossier_file ON dossier_file.manifest = file_text.manifest
     JOIN file ON file.manifest = file_text.manifest AND file.missing = 0
     WHERE state = 'waiting' ORDER BY tries, dossier_file.id LIMIT 1`,
  );
}

/** Notes that reading begins, so that a file the reader dies of is not read for ever. */
export function noteTry(tx: WriteDb, manifest: ManifestId): void {
  tx.run('UPDATE file_text SET tries = tries + 1 WHERE manifest = ?', manifest);
}

/** Keeps what reading gave. */
export function putFileText(tx: WriteDb, manifest: ManifestId, read: FileText): void {
  tx.run(
    'UPDATE file_text SET state = ?, text = ?, pages = ? WHERE manifest = ?',
    ...[read.state, read.text, read.pages, manifest],
  );
}
