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

/** A stream to an office: that of this device now, or that of one which wrote this data before. */
export type OwnStream = { readonly office: OfficeId; readonly past: DeviceId | null };

const rowsOf = ({ past }: OwnStream): string =>
  past === null
    ? 'SELECT n, entry, id, root FROM stream_out WHERE office = ?'
    : 'SELECT n, entry, id, root FROM stream_past WHERE office = ? AND device = ?';

const named = ({ office, past }: OwnStream): readonly string[] => (past === null ? [office] : [office, past]);

/** The devices before this one that sent to an office. */
export function pastSenders(db: ReadDb, office: OfficeId): readonly DeviceId[] {
  const sql = 'SELECT DISTINCT device FROM stream_past WHERE office = ?';
  return db.all<{ device: DeviceId }>(sql, office).map(({ device }) => device);
}

/** The places of a chain's entries in a stream of ours, in order. */
export function streamPlaces(db: ReadDb, stream: OwnStream, chain: ChainId): readonly number[] {
  const sql = `SELECT s.n FROM entry JOIN (${rowsOf(stream)}) s ON s.entry = entry.n
    WHERE entry.chain = (SELECT n FROM chain WHERE name = ?) ORDER BY s.n`;
  return db.all<{ n: number }>(sql, ...named(stream), chain).map(({ n }) => n);
}

/** Ids of the entries at the places `first` to `last` of a stream of ours. */
export function streamIds(db: ReadDb, stream: OwnStream, first: number, last: number): readonly EntryId[] {
  const sql = `SELECT coalesce(entry.id, s.id) AS id FROM (${rowsOf(stream)}) s LEFT JOIN entry ON entry.n = s.entry
    WHERE s.n BETWEEN ? AND ? ORDER BY s.n`;
  return db.all<{ id: EntryId }>(sql, ...named(stream), first, last).map(({ id }) => id);
}

/** The root at one place of a stream of ours. */
export function streamRoot(db: ReadDb, stream: OwnStream, n: number): string | undefined {
  return db.get<{ root: string }>(`${rowsOf(stream)} AND n = ?`, ...named(stream), n)?.root;
}

/** A receipt's row with what its text says of the stream it is about. */
export type RawReceipt = {
  readonly text: string;
  readonly signature: string;
  /** The device of the office that signed it. */
  readonly device: DeviceId;
  /** Milliseconds since 1970 of its coming in. */
  readonly at: number;
  readonly stream: DeviceId;
  readonly upTo: number;
  readonly root: string;
};

/** Every receipt of an office in the order in which they came in, one after the other. */
export function* receiptsInOrder(db: ReadDb, office: OfficeId): Generator<RawReceipt> {
  const rows = db.each<Pick<RawReceipt, 'text' | 'signature' | 'device' | 'at'>>(
    'SELECT text, signature, device, at FROM receipt_in WHERE office = ? ORDER BY n',
    office,
  );
  for (const row of rows) {
    // Only receipts that were read and believed are kept.
    const { stream, upTo, root } = JSON.parse(row.text) as Pick<RawReceipt, 'stream' | 'upTo' | 'root'>;
    yield { ...row, stream, upTo, root };
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
