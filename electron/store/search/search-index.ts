import type { ReadDb, WriteDb } from '../db.ts';
import { gramsOf, matchOf } from './grams.ts';

/**
 * The folded texts a file is found by. `short`: numbers, names, cause. `long`: summary, notes and documents; it lies
 * behind the short one so that looking through many files does not read it.
 */
export type SearchText = { readonly short: string; readonly long: string };

/** The most hits that are counted unless said otherwise; above it a list says so and walks its own order instead. */
export const mostHits = 20_000;

/** Keeps the texts of the file with number `n` and its place in the index; texts that did not change cost one look. */
export function putSearchText(tx: WriteDb, n: number, text: SearchText): void {
  const before = tx.get<SearchText>('SELECT short, long FROM search_text WHERE n = ?', n);
  if (before?.short === text.short && before.long === text.long) return;
  tx.run(
    `INSERT INTO search_text (n, short, long) VALUES (?, ?, ?)
     ON CONFLICT (n) DO UPDATE SET short = excluded.short, long = excluded.long`,
    ...[n, text.short, text.long],
  );
  const verb = before === undefined ? 'INSERT' : 'INSERT OR REPLACE';
  tx.run(`${verb} INTO search_index (rowid, grams) VALUES (?, ?)`, n, gramsOf(`${text.short}\n${text.long}`));
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
