import type { ReadDb, WriteDb } from '../db.ts';
import { gramsOf, matchOf } from './grams.ts';
import { placeOf, type Slot } from './place.ts';

/**
 * The folded texts a file is found by. `short`: numbers, names, cause. `long`: summary, notes and documents; it lies
 * behind the short one so that looking through many files does not read it.
 */
export type SearchText = { readonly short: string; readonly long: string };

/** The most hits a list says there are when it did not count them. */
export const mostHits = 20_000;

/** Files whose place or text changed in a transaction, each with the slot it stands in in the index; null: in none. */
const changed = new WeakMap<WriteDb, Map<number, Slot | null>>();

/**
 * Notes that the slot or the texts of file `n` are about to change. The index follows once at the end of the
 * transaction, however often they do: writing it is what costs most, and it wants its rows in order.
 */
export function indexLater(tx: WriteDb, n: number): void {
  const noted = changed.get(tx) ?? new Map<number, Slot | null>();
  changed.set(tx, noted);
  if (noted.has(n)) return;
  const row = tx.get<{ slot: Slot }>(
    'SELECT k.slot FROM dossier_key AS k JOIN search_text AS s ON s.n = k.n WHERE k.n = ?',
    n,
  );
  noted.set(n, row?.slot ?? null);
}

/** Keeps the texts of the file with number `n`; texts that did not change cost one look. */
export function putSearchText(tx: WriteDb, n: number, text: SearchText): void {
  const before = tx.get<SearchText>('SELECT short, long FROM search_text WHERE n = ?', n);
  if (before?.short === text.short && before.long === text.long) return;
  indexLater(tx, n);
  tx.run(
    `INSERT INTO search_text (n, short, long) VALUES (?, ?, ?)
     ON CONFLICT (n) DO UPDATE SET short = excluded.short, long = excluded.long`,
    ...[n, text.short, text.long],
  );
}

/** Drops the texts of a file that leaves every list, and its place in the index. */
export function dropSearchText(tx: WriteDb, n: number): void {
  indexLater(tx, n);
  tx.run('DELETE FROM search_text WHERE n = ?', n);
}

const inOrder = (a: bigint, b: bigint): number => (a < b ? -1 : 1);

/** Brings the index up to what changed in the transaction; called once before it ends well. */
export function finishIndex(tx: WriteDb): void {
  const noted = changed.get(tx);
  changed.delete(tx);
  if (noted === undefined) return;
  const gone = [...noted].flatMap(([n, slot]) => (slot === null ? [] : [placeOf(slot, n)]));
  for (const place of gone.toSorted(inOrder)) tx.run('DELETE FROM search_index WHERE rowid = ?', place);
  const come = [...noted.keys()].flatMap((n) => {
    const row = tx.get<{ slot: Slot }>('SELECT slot FROM dossier_key WHERE n = ?', n);
    return row === undefined ? [] : [{ n, place: placeOf(row.slot, n) }];
  });
  for (const { n, place } of come.toSorted((a, b) => inOrder(a.place, b.place))) {
    const text = tx.get<SearchText>('SELECT short, long FROM search_text WHERE n = ?', n);
    if (text === undefined) continue;
    tx.run('INSERT INTO search_index (rowid, grams) VALUES (?, ?)', place, gramsOf(`${text.short}\n${text.long}`));
  }
}

/** Forgets what changed in a transaction that is undone. */
export function forgetIndex(tx: WriteDb): void {
  changed.delete(tx);
}

/** How many files hold every word, counted up to one more than `most`. `words`: folded, without blanks, at least one. */
export function countHits(db: ReadDb, words: readonly string[], most: number): number {
  const row = db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?)',
    ...[matchOf(words), most + 1],
  );
  return row?.n ?? 0;
}

const newest = 2000;
const commonShare = 20;

/** Whether one in twenty of the newest files or more holds every word: a quick look at what lies together on disk. */
export function isCommonLately(db: ReadDb, words: readonly string[]): boolean {
  const holds = words.map(() => '(instr(short, ?) > 0 OR instr(long, ?) > 0)').join(' AND ');
  const row = db.get<{ seen: number; held: number }>(
    `SELECT count(*) AS seen, coalesce(sum(${holds}), 0) AS held
     FROM (SELECT short, long FROM search_text ORDER BY n DESC LIMIT ?)`,
    ...words.flatMap((word) => [word, word]),
    newest,
  );
  return row !== undefined && row.seen >= newest && row.held * commonShare >= row.seen;
}
