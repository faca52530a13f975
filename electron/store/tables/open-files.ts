import type { DossierId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Whose open files, in which window. */
export type Shelf = { readonly person: UserId; readonly window: string };

const of = 'person = ? AND window = ?';

/** The open files in their order from left to right. */
export function openFiles(db: ReadDb, { person, window }: Shelf): readonly DossierId[] {
  const sql = `SELECT dossier FROM open_file WHERE ${of} AND closed = 0 ORDER BY place`;
  return db.all<{ dossier: DossierId }>(sql, person, window).map(({ dossier }) => dossier);
}

/** The closed files that can be opened again, the one closed last first. */
export function closedFiles(db: ReadDb, { person, window }: Shelf): readonly DossierId[] {
  const sql = `SELECT dossier FROM open_file WHERE ${of} AND closed = 1 ORDER BY seen DESC`;
  return db.all<{ dossier: DossierId }>(sql, person, window).map(({ dossier }) => dossier);
}

function nextOf(db: ReadDb, column: 'place' | 'seen', { person, window }: Shelf): number {
  // Counted over every window for `seen`, so that windows too are known by when they were used last.
  const where = column === 'place' ? `WHERE ${of}` : '';
  const row = db.get<{ n: number | null }>(
    `SELECT max(${column}) AS n FROM open_file ${where}`,
    ...(column === 'place' ? [person, window] : []),
  );
  return (row?.n ?? 0) + 1;
}

/** Opens a file at the end of the strip, or notes that it was seen where it stands already; one closed before keeps its place. */
export function showFile(tx: WriteDb, shelf: Shelf, dossier: DossierId): void {
  tx.arrange(
    `INSERT INTO open_file (person, window, dossier, place, seen, closed) VALUES (?, ?, ?, ?, ?, 0)
     ON CONFLICT (person, window, dossier) DO UPDATE SET seen = excluded.seen, closed = 0`,
    ...[shelf.person, shelf.window, dossier, nextOf(tx, 'place', shelf), nextOf(tx, 'seen', shelf)],
  );
}

/** Takes a file off the strip; it can be opened again. Nothing happens when it is not there. */
export function closeFile(tx: WriteDb, shelf: Shelf, dossier: DossierId): void {
  tx.arrange(
    `UPDATE open_file SET closed = 1, seen = ? WHERE ${of} AND dossier = ? AND closed = 0`,
    ...[nextOf(tx, 'seen', shelf), shelf.person, shelf.window, dossier],
  );
}

/** Of the open files all but the `most` seen last are closed, and of the closed ones all but the last `kept` forgotten. */
export function trimFiles(tx: WriteDb, { person, window }: Shelf, most: number, kept: number): void {
  const newest = (closed: 0 | 1) =>
    `dossier NOT IN (SELECT dossier FROM open_file WHERE ${of} AND closed = ${closed} ORDER BY seen DESC LIMIT ?)`;
  const who = [person, window, person, window] as const;
  tx.arrange(`UPDATE open_file SET closed = 1 WHERE ${of} AND closed = 0 AND ${newest(0)}`, ...who, most);
  tx.arrange(`DELETE FROM open_file WHERE ${of} AND closed = 1 AND ${newest(1)}`, ...who, kept);
}

/** Forgets the windows of a person that were used longest ago, all but `most` of them. */
export function trimWindows(tx: WriteDb, person: UserId, most: number): void {
  tx.arrange(
    `DELETE FROM open_file WHERE person = ? AND window NOT IN (
       SELECT window FROM open_file WHERE person = ? GROUP BY window ORDER BY max(seen) DESC LIMIT ?)`,
    ...[person, person, most],
  );
}
