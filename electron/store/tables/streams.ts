import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { Entry, EntryHeader } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { entryNumber } from './entries.ts';

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

/** Puts a stored entry at the end of our stream to an office. */
export function appendToStream(tx: WriteDb, office: OfficeId, point: StreamPoint, entry: EntryId): void {
  const number = entryNumber(tx, entry);
  if (number === undefined) throw new Error('only a stored entry can be sent');
  tx.run('INSERT INTO stream_out (office, n, entry, root) VALUES (?, ?, ?, ?)', office, point.n, number, point.root);
}

type ItemRow = StreamPoint & {
  readonly id: EntryId;
  readonly header: string;
  readonly signature: string;
  readonly body: string | null;
};

/** Entries `after + 1` and following of our stream to an office, at most `limit`. */
export function streamOutRun(db: ReadDb, office: OfficeId, after: number, limit: number): readonly StreamItem[] {
  const rows = db.all<ItemRow>(
    `SELECT stream_out.n, root, entry.id, header, signature, body.text AS body FROM stream_out
     JOIN entry ON entry.n = stream_out.entry LEFT JOIN body ON body.entry = entry.n
     WHERE office = ? AND stream_out.n > ? ORDER BY stream_out.n LIMIT ?`,
    office,
    after,
    limit,
  );
  return rows.map(({ n, root, id, header, signature, body }) => {
    // Validated before it was stored.
    const parsed = JSON.parse(header) as EntryHeader;
    return { n, root, entry: { id, header, signature, parsed, body: body ?? undefined } };
  });
}

/** Where an entry stands in our stream to an office; undefined when it is not for that office. */
export function streamPlace(db: ReadDb, office: OfficeId, entry: EntryId): number | undefined {
  const number = entryNumber(db, entry);
  if (number === undefined) return undefined;
  return db.get<{ n: number }>('SELECT n FROM stream_out WHERE entry = ? AND office = ?', number, office)?.n;
}
