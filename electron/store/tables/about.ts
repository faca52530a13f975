import type { EntryId } from '#shared/base/ids.ts';
import type { EntryHeader } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A fact in a history: its id, its header, and its number in the order of arrival. */
export type AboutRow = { readonly entry: EntryId; readonly n: number; readonly header: EntryHeader };

/** Notes that an entry is about something: a file, a party, a claim. */
export function noteAbout(tx: WriteDb, subject: string, entry: EntryId, n: number): void {
  tx.run(
    'INSERT INTO about (subject, entry, n) VALUES (?, ?, ?) ON CONFLICT (subject, n) DO NOTHING',
    subject,
    entry,
    n,
  );
}

/** The newest entry about something. */
export function newestAbout(db: ReadDb, subject: string): EntryId | undefined {
  return db.get<{ entry: EntryId }>('SELECT entry FROM about WHERE subject = ? ORDER BY n DESC LIMIT 1', subject)
    ?.entry;
}

/** The entries about something that became known after number `n`, oldest first. */
export function aboutAfter(db: ReadDb, subject: string, n: number): readonly EntryId[] {
  return db
    .all<{ entry: EntryId }>('SELECT entry FROM about WHERE subject = ? AND n > ? ORDER BY n', subject, n)
    .map(({ entry }) => entry);
}

/** How many entries are about something. */
export function aboutCount(db: ReadDb, subject: string): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM about WHERE subject = ?', subject)?.n ?? 0;
}

/** The entries about something, newest first. */
export function aboutPage(db: ReadDb, subject: string, offset: number, limit: number): readonly AboutRow[] {
  const rows = db.all<{ entry: EntryId; n: number; header: string }>(
    `SELECT about.entry, about.n, entry.header FROM about JOIN entry ON entry.n = about.n
     WHERE about.subject = ? ORDER BY about.n DESC LIMIT ? OFFSET ?`,
    ...[subject, limit, offset],
  );
  // The header was validated before it was stored.
  return rows.map((row) => ({ ...row, header: JSON.parse(row.header) as EntryHeader }));
}
