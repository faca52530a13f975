import type { ChainId, DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { SealedEntry } from '#shared/protocol/entry.ts';
import type { ReadDb } from '../db.ts';

/** An entry's row as it lies in the database, nothing of it read: a proof must show a row that somebody changed. */
export type RawEntry = SealedEntry & { readonly body: string | null };

/** The rows of a chain in the order of their numbers, with their bodies. */
export function rawEntries(db: ReadDb, chain: ChainId): readonly RawEntry[] {
  return db.all<RawEntry>(
    `SELECT entry.id, entry.header, entry.signature, body.text AS body FROM entry LEFT JOIN body ON body.entry = entry.n
     WHERE entry.chain = (SELECT n FROM chain WHERE name = ?) ORDER BY entry.seq`,
    chain,
  );
}

/** The places of a chain's entries in our stream to an office, in order. */
export function streamPlaces(db: ReadDb, office: OfficeId, chain: ChainId): readonly number[] {
  const sql = `SELECT stream_out.n FROM entry JOIN stream_out ON stream_out.entry = entry.n AND stream_out.office = ?
    WHERE entry.chain = (SELECT n FROM chain WHERE name = ?) ORDER BY stream_out.n`;
  return db.all<{ n: number }>(sql, office, chain).map(({ n }) => n);
}

/** Ids of the entries at the places `first` to `last` of our stream to an office. */
export function streamIds(db: ReadDb, office: OfficeId, first: number, last: number): readonly EntryId[] {
  const sql = `SELECT entry.id FROM stream_out JOIN entry ON entry.n = stream_out.entry
    WHERE stream_out.office = ? AND stream_out.n BETWEEN ? AND ? ORDER BY stream_out.n`;
  return db.all<{ id: EntryId }>(sql, office, first, last).map(({ id }) => id);
}

/** A receipt's row with what its text says of the stream it is about. */
export type RawReceipt = {
  readonly text: string;
  readonly signature: string;
  /** Milliseconds since 1970 of its coming in. */
  readonly at: number;
  readonly stream: DeviceId;
  readonly upTo: number;
};

/** Every receipt of an office in the order in which they came in, one after the other. */
export function* receiptsInOrder(db: ReadDb, office: OfficeId): Generator<RawReceipt> {
  const rows = db.each<Pick<RawReceipt, 'text' | 'signature' | 'at'>>(
    'SELECT text, signature, at FROM receipt_in WHERE office = ? ORDER BY n',
    office,
  );
  for (const row of rows) {
    // Only receipts that were read and believed are kept.
    const { stream, upTo } = JSON.parse(row.text) as Pick<RawReceipt, 'stream' | 'upTo'>;
    yield { ...row, stream, upTo };
  }
}

/** Every card of a partner that was ever taken, as files, from the facts of this office's devices. */
export function takenCards(db: ReadDb, office: OfficeId): readonly string[] {
  const rows = db.all<{ header: string; text: string }>(
    `SELECT header, body.text FROM entry JOIN chain ON chain.n = entry.chain JOIN body ON body.entry = entry.n
     WHERE chain.name LIKE 'device/%' AND kind = 'partner.added' ORDER BY entry.n`,
  );
  return rows.flatMap(({ header, text }) => {
    // Written by this office's devices and checked before they were stored.
    const { facts } = JSON.parse(header) as { readonly facts: { readonly office?: string } };
    const { content } = JSON.parse(text) as { readonly content: { readonly card?: string } };
    return facts.office === office && content.card !== undefined ? [content.card] : [];
  });
}
