import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { Entry, EntryHeader } from '#shared/protocol/entry.ts';
import { readHeader } from '#shared/protocol/read-entry.ts';
import { storedEntry } from '#shared/protocol/request-event.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { entryNumber, findEntry } from './entries.ts';
import { heldEntry } from './held-entries.ts';

/** A place in a stream: its number and the running root over everything up to it. */
export type StreamPoint = { readonly n: number; readonly root: string };

/** One numbered entry of a stream to a partner office. */
export type StreamItem = StreamPoint & { readonly entry: Entry };

/** The last place of our stream to an office, or undefined when nothing was ever for it. */
export function streamOutHead(db: ReadDb, office: OfficeId): StreamPoint | undefined {
  return db.get('SELECT n, root FROM stream_out WHERE office = ? ORDER BY n DESC LIMIT 1', office);
}

/** The root of our stream to an office at one place. */
export function streamOutRoot(db: ReadDb, office: OfficeId, n: number): string | undefined {
  return db.get<StreamPoint>('SELECT n, root FROM stream_out WHERE office = ? AND n = ?', office, n)?.root;
}

/**
 * Puts an entry at the end of our stream to an office: one that is stored in its chain, or one of that office's that is kept
 * beside its chain and goes back to it.
 */
export function appendToStream(tx: WriteDb, office: OfficeId, point: StreamPoint, entry: EntryId): void {
  const number = entryNumber(tx, entry) ?? null;
  const kept = number === null ? heldEntry(tx, entry) : undefined;
  if (number === null && !(kept && readHeader(kept.header).ok)) throw new Error('only a stored entry can be sent');
  const id = number === null ? entry : null;
  const sql = 'INSERT INTO stream_out (office, n, entry, id, root) VALUES (?, ?, ?, ?, ?)';
  tx.run(sql, office, point.n, number, id, point.root);
}

type ItemRow = StreamPoint & {
  readonly id: EntryId;
  readonly header: string | null;
  readonly signature: string;
  readonly body: string | null;
};

/** The entry of a row that names it by its id alone: kept beside its chain when the row was written, maybe in it by now. */
function namedEntry(db: ReadDb, id: EntryId): Entry {
  const held = heldEntry(db, id);
  const entry = held ? storedEntry(held, held.body) : findEntry(db, id);
  if (!entry) throw new Error('what a stream names is never dropped');
  return entry;
}

/** Entries `after + 1` and following of our stream to an office, at most `limit`. */
export function streamOutRun(db: ReadDb, office: OfficeId, after: number, limit: number): readonly StreamItem[] {
  const rows = db.all<ItemRow>(
    `SELECT stream_out.n, root, coalesce(entry.id, stream_out.id) AS id, header, signature, body.text AS body
     FROM stream_out LEFT JOIN entry ON entry.n = stream_out.entry LEFT JOIN body ON body.entry = entry.n
     WHERE office = ? AND stream_out.n > ? ORDER BY stream_out.n LIMIT ?`,
    office,
    after,
    limit,
  );
  return rows.map(({ n, root, id, header, signature, body }) => {
    if (header === null) return { n, root, entry: namedEntry(db, id) };
    // Validated before it was stored.
    const parsed = JSON.parse(header) as EntryHeader;
    return { n, root, entry: { id, header, signature, parsed, body: body ?? undefined } };
  });
}

/** Where an entry stands first in our stream to an office; undefined when it is not for that office. */
export function streamPlace(db: ReadDb, office: OfficeId, entry: EntryId): number | undefined {
  const number = entryNumber(db, entry);
  if (number === undefined) return undefined;
  const sql = 'SELECT n FROM stream_out WHERE entry = ? AND office = ? ORDER BY n LIMIT 1';
  return db.get<{ n: number }>(sql, number, office)?.n;
}
