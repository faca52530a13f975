import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { Above } from '#shared/protocol/link.ts';
import { readHeader } from '#shared/protocol/read-entry.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { entryNumber } from './entries.ts';
import { heldEntry } from './held-entries.ts';

function numberOf(db: ReadDb, office: OfficeId, device: DeviceId): number | undefined {
  return db.get<{ n: number }>('SELECT n FROM in_stream WHERE office = ? AND device = ?', office, device)?.n;
}

/** Notes at which place of a partner device's stream an entry came, in the transaction that stores it. */
export function noteReceived(tx: WriteDb, office: OfficeId, device: DeviceId, n: number, entry: EntryId): void {
  const known = numberOf(tx, office, device);
  const stream = known ?? tx.run('INSERT INTO in_stream (office, device) VALUES (?, ?)', office, device).rowid;
  const number = entryNumber(tx, entry) ?? null;
  const sql = 'INSERT INTO stream_in (stream, n, entry, id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  tx.run(sql, stream, n, number, number === null ? entry : null);
}

/** Whether an entry that is kept beside its chain can be read; one in a chain can. */
function isReadable(db: ReadDb, id: EntryId): boolean {
  const held = heldEntry(db, id);
  return held ? readHeader(held.header).ok : entryNumber(db, id) !== undefined;
}

/**
 * What came of a partner device's stream above a place and is not in our stream to that office yet, in order, as far as it
 * can be read.
 */
export function receivedAbove(db: ReadDb, office: OfficeId, { stream, above }: Above): readonly EntryId[] {
  const rows = db.all<{ id: EntryId; kept: number }>(
    `SELECT coalesce(entry.id, stream_in.id) AS id, entry.id IS NULL AS kept FROM stream_in
     LEFT JOIN entry ON entry.n = stream_in.entry WHERE stream = ? AND stream_in.n > ?
     AND NOT EXISTS (SELECT 1 FROM stream_out WHERE stream_out.entry = stream_in.entry AND office = ?)
     AND NOT EXISTS (SELECT 1 FROM stream_out WHERE stream_out.id = stream_in.id AND office = ?)
     ORDER BY stream_in.n`,
    ...[numberOf(db, office, stream) ?? 0, above, office, office],
  );
  return rows.flatMap(({ id, kept }) => (kept === 0 || isReadable(db, id) ? [id] : []));
}

/** Whether an entry came in any stream of an office. */
export function isReceived(db: ReadDb, office: OfficeId, entry: EntryId): boolean {
  const sql = `SELECT 1 FROM stream_in JOIN in_stream ON in_stream.n = stream_in.stream
     WHERE office = ? AND (entry = ? OR id = ?) LIMIT 1`;
  return db.get(sql, office, entryNumber(db, entry) ?? null, entry) !== undefined;
}
