import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { Above } from '#shared/protocol/link.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { entryNumber } from './entries.ts';
import { pastSenders, receiptsInOrder, streamRoot } from './proof-rows.ts';

/**
 * Puts away what the device so far was sending, because another one goes on with the data: its streams stay readable under
 * its id, its sealed runs and receipts are never given to a carrier again.
 */
export function putStreamsAway(tx: WriteDb, device: DeviceId): void {
  tx.run(
    `INSERT INTO stream_past (office, device, n, entry, id, root)
     SELECT office, ?, n, entry, id, root FROM stream_out WHERE true ON CONFLICT DO NOTHING`,
    device,
  );
  for (const table of ['stream_out', 'bundle_out', 'receipt_out']) tx.run(`DELETE FROM ${table}`);
}

/**
 * For each former device that sent to an office, up to where the office has signed for just what is here. `by`: only what
 * that device of it signed, since another one may have held what this one lacks.
 */
export function agreedPast(db: ReadDb, office: OfficeId, by?: DeviceId): readonly Above[] {
  const agreed = new Map(pastSenders(db, office).map((device) => [device, 0]));
  for (const { stream, upTo, root, device } of receiptsInOrder(db, office)) {
    if (by !== undefined && device !== by) continue;
    if (upTo > (agreed.get(stream) ?? upTo) && streamRoot(db, { office, past: stream }, upTo) === root)
      agreed.set(stream, upTo);
  }
  return [...agreed].map(([stream, above]) => ({ stream, above }));
}

/** Entries a former device sent to an office beyond a place, in order: nobody knows that they arrived. */
export function pastBeyond(db: ReadDb, office: OfficeId, { stream, above }: Above): readonly EntryId[] {
  const rows = db.all<{ id: EntryId }>(
    `SELECT coalesce(entry.id, stream_past.id) AS id FROM stream_past LEFT JOIN entry ON entry.n = stream_past.entry
     WHERE office = ? AND device = ? AND stream_past.n > ? ORDER BY stream_past.n`,
    ...[office, stream, above],
  );
  return rows.map(({ id }) => id);
}

/** Where an entry stood in the streams of former devices to an office. */
export function pastPlaces(
  db: ReadDb,
  office: OfficeId,
  entry: EntryId,
): readonly { readonly device: DeviceId; readonly n: number }[] {
  const number = entryNumber(db, entry);
  if (number === undefined) return [];
  return db.all('SELECT device, n FROM stream_past WHERE entry = ? AND office = ?', number, office);
}

/** Lets streams name an entry by its id, because it leaves its chain and is kept beside it. */
export function detachFromStreams(tx: WriteDb, id: EntryId): void {
  const number = entryNumber(tx, id);
  if (number === undefined) return;
  for (const table of ['stream_out', 'stream_past', 'stream_in']) {
    tx.run(`UPDATE ${table} SET entry = NULL, id = ? WHERE entry = ?`, id, number);
  }
}
