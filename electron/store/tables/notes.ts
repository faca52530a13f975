import type { DossierId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A note on a file. `at` is the stamp of its recording. */
export type NoteRow = {
  readonly id: string;
  readonly dossier: DossierId;
  readonly at: string;
  readonly person: UserId;
  readonly text: string;
};

/** The notes of a file, newest first. */
export function notesOf(db: ReadDb, dossier: DossierId): readonly NoteRow[] {
  return db.all<NoteRow>('SELECT id, dossier, at, person, text FROM note WHERE dossier = ? ORDER BY id DESC', dossier);
}

/** Takes a note off its file; it stays in its fact. */
export function removeNote(tx: WriteDb, dossier: DossierId, id: string): void {
  tx.run('DELETE FROM note WHERE id = ? AND dossier = ?', id, dossier);
}

/** Adds a note. */
export function addNote(tx: WriteDb, row: NoteRow): void {
  tx.run(
    'INSERT INTO note (id, dossier, at, person, text) VALUES (?, ?, ?, ?, ?)',
    ...[row.id, row.dossier, row.at, row.person, row.text],
  );
}
