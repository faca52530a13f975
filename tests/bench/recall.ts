import type Database from 'better-sqlite3';
import { searchWords } from '#electron/services/dossier/search-text.ts';
import { mostHits } from '#electron/store/search/search-index.ts';
import { atLeast, type Check } from './check-line.ts';
import { comparedPieces } from './pieces.ts';

/** Numbers of the files a search finds, so many at most. */
export type Finder = (word: string, most: number) => readonly number[];

type Compared = { readonly expected: number; readonly found: number };

/** One search beside LIKE; of more hits than are handed out at once as many must come, and each must be one. */
function compare(like: readonly number[], ours: readonly number[]): Compared {
  const wanted = new Set(like);
  const expected = Math.max(Math.min(wanted.size, mostHits), ours.length);
  return { expected, found: ours.filter((n) => wanted.has(n)).length };
}

/** Share of the files LIKE finds in the plain texts that are found, by sorts of pieces; nothing else may be found. */
export function recallChecks(plain: Database.Database, count: number, find: Finder): readonly Check[] {
  return Object.entries(comparedPieces(count)).map(([sort, pieces]) => {
    let [expected, found] = [0, 0];
    for (const piece of pieces) {
      const words = searchWords(piece);
      const where = words.map(() => 'text LIKE ?').join(' AND ');
      const like = plain.prepare<string[], { n: number }>(`SELECT n FROM texts WHERE ${where}`);
      const rows = like.all(...words.map((word) => `%${word}%`));
      const one = compare(
        rows.map(({ n }) => n),
        find(piece, mostHits),
      );
      expected += one.expected;
      found += one.found;
    }
    console.log(
      `  ${count} files, ${sort}: ${found} of ${expected} hits of ${pieces.length} searches as LIKE has them`,
    );
    return atLeast(`search ${count}: recall against LIKE, ${sort}`, expected === 0 ? 0 : found / expected, 1);
  });
}
