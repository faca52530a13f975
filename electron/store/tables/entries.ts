import type { ChainId, EntryId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, EntryHeader, Head } from '#shared/protocol/entry.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { isErased } from './bodies.ts';
import { noteFilesNamed } from './entry-files.ts';

type EntryRow = {
  readonly id: EntryId;
  readonly header: string;
  readonly signature: string;
  readonly body: string | null;
};

/** An entry with its place in the order of arrival. */
export type ArrivedEntry = { readonly n: number; readonly date: LocalDate; readonly entry: Entry };

const columns = 'entry.id, entry.header, entry.signature, body.text AS body';
const joined = 'entry LEFT JOIN body ON body.entry = entry.n';

function toEntry(row: EntryRow): Entry {
  // The header was validated before it was stored; the store answers what it was given.
  const parsed = JSON.parse(row.header) as EntryHeader;
  return { id: row.id, header: row.header, signature: row.signature, parsed, body: row.body ?? undefined };
}

/** The number an entry is looked up by: the first 48 bits of its hash. Ids that share it are told apart by the id itself. */
export function entryKey(id: EntryId): number {
  const key = Number.parseInt(id.slice(id.indexOf(':') + 1).slice(0, 12), 16);
  return Number.isNaN(key) ? -1 : key;
}

function chainNumber(tx: WriteDb, header: EntryHeader, id: EntryId): number {
  const known = tx.get<{ n: number; head_seq: number }>('SELECT n, head_seq FROM chain WHERE name = ?', header.chain);
  const expected = (known?.head_seq ?? 0) + 1;
  if (header.seq !== expected) throw new Error(`chain ${header.chain} continues at ${expected}, not at ${header.seq}`);
  if (!known) {
    return tx.run('INSERT INTO chain (name, head_seq, head_id) VALUES (?, ?, ?)', header.chain, header.seq, id).rowid;
  }
  tx.run('UPDATE chain SET head_seq = ?, head_id = ? WHERE n = ?', header.seq, id, known.n);
  return known.n;
}

/**
 * Appends a verified entry that continues its chain, with its body when that is at hand, and notes its arrival.
 * Answers its number in the order of arrival. An entry out of order is a bug of the caller and throws.
 */
export function appendEntry(tx: WriteDb, entry: Entry, arrivedOn: LocalDate): number {
  const { parsed, body } = entry;
  const chain = chainNumber(tx, parsed, entry.id);
  const here = parsed.body !== null && body !== undefined && !isErased(tx, parsed.body);
  const { rowid } = tx.run(
    `INSERT INTO entry (id, key, chain, seq, kind, header, signature, body_hash, bodiless)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[entry.id, entryKey(entry.id), chain, parsed.seq, parsed.kind, entry.header, entry.signature],
    ...[parsed.body, parsed.body !== null && !here ? 1 : 0],
  );
  if (here) tx.run('INSERT INTO body (entry, text) VALUES (?, ?)', rowid, body);
  tx.run('INSERT INTO arrival (n, date) VALUES (?, ?)', rowid, arrivedOn);
  noteFilesNamed(tx, rowid, parsed.files);
  return rowid;
}

/** The entry with this id, or undefined when it is not in a chain here. */
export function findEntry(db: ReadDb, id: EntryId): Entry | undefined {
  const row = db.get<EntryRow>(
    `SELECT ${columns} FROM ${joined} WHERE entry.key = ? AND entry.id = ?`,
    entryKey(id),
    id,
  );
  return row && toEntry(row);
}

/** Number of an entry in the order of arrival, or undefined when it is not in a chain here. */
export function entryNumber(db: ReadDb, id: EntryId): number | undefined {
  return db.get<{ n: number }>('SELECT n FROM entry WHERE key = ? AND id = ?', entryKey(id), id)?.n;
}

/** Whether an entry is in a chain here. */
export function hasEntry(db: ReadDb, id: EntryId): boolean {
  return entryNumber(db, id) !== undefined;
}

/** The last entry of a chain, or undefined when the chain is unknown here. */
export function chainHead(db: ReadDb, chain: ChainId): Head | undefined {
  return db.get<Head>('SELECT head_seq AS seq, head_id AS id FROM chain WHERE name = ?', chain);
}

/** The entry at one place of a chain. */
export function entryAt(db: ReadDb, chain: ChainId, seq: number): Entry | undefined {
  const row = db.get<EntryRow>(
    `SELECT ${columns} FROM ${joined} WHERE entry.chain = (SELECT n FROM chain WHERE name = ?) AND entry.seq = ?`,
    chain,
    seq,
  );
  return row && toEntry(row);
}

/** The entries of a chain from `fromSeq` on, in order, at most `limit`. */
export function chainEntries(db: ReadDb, chain: ChainId, fromSeq = 1, limit = -1): readonly Entry[] {
  const rows = db.all<EntryRow>(
    `SELECT ${columns} FROM ${joined} WHERE entry.chain = (SELECT n FROM chain WHERE name = ?)
     AND entry.seq >= ? ORDER BY entry.seq LIMIT ?`,
    chain,
    fromSeq,
    limit,
  );
  return rows.map(toEntry);
}

/** The entries of a chain in order without their bodies, and how many UTF-16 units those come to. */
export function chainHeaders(
  db: ReadDb,
  chain: ChainId,
): { readonly entries: readonly Entry[]; readonly bodies: number } {
  const rows = db.all<EntryRow & { size: number }>(
    `SELECT entry.id, entry.header, entry.signature, NULL AS body, coalesce(length(body.text), 0) AS size FROM ${joined}
     WHERE entry.chain = (SELECT n FROM chain WHERE name = ?) ORDER BY entry.seq`,
    chain,
  );
  return { entries: rows.map(toEntry), bodies: rows.reduce((sum, { size }) => sum + size, 0) };
}

/** Every chain known here with its head, by name. */
export function chainHeads(db: ReadDb): readonly (Head & { readonly chain: ChainId })[] {
  return db.all('SELECT name AS chain, head_seq AS seq, head_id AS id FROM chain ORDER BY name');
}

/** Numbers of the first and the last entry of every chain, in the order of arrival. */
export function chainEnds(db: ReadDb): readonly number[] {
  const rows = db.all<{ first: number; last: number }>(
    'SELECT min(n) AS first, max(n) AS last FROM entry GROUP BY chain',
  );
  return rows.flatMap(({ first, last }) => [first, last]);
}

/** All entries in the order in which they became known here, with bounded memory; what `rebuild` replays. */
export function* arrivals(db: ReadDb, afterN = 0): Generator<ArrivedEntry> {
  const sql = `SELECT arrival.n, arrival.date, ${columns} FROM arrival JOIN entry ON entry.n = arrival.n
    LEFT JOIN body ON body.entry = entry.n WHERE arrival.n > ? ORDER BY arrival.n LIMIT 500`;
  let after = afterN;
  for (;;) {
    const rows = db.all<EntryRow & { n: number; date: LocalDate }>(sql, after);
    for (const row of rows) yield { n: row.n, date: row.date, entry: toEntry(row) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.n;
  }
}

/** The entries of a request's two chains in the order in which they became known here. */
export function requestEntries(db: ReadDb, request: RequestId): readonly ArrivedEntry[] {
  const rows = db.all<EntryRow & { n: number; date: LocalDate }>(
    `SELECT arrival.n, arrival.date, ${columns} FROM ${joined} JOIN arrival ON arrival.n = entry.n
     JOIN chain ON chain.n = entry.chain WHERE chain.name IN (?, ?) ORDER BY entry.n`,
    ...[requestChain(request, 'r'), requestChain(request, 'e')],
  );
  return rows.map((row) => ({ n: row.n, date: row.date, entry: toEntry(row) }));
}

/** How many entries are in chains here. */
export function entryCount(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM entry')?.n ?? 0;
}
