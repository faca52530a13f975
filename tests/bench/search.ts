import type Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { searchWords } from '#electron/services/dossier/search-text.ts';
import { matchOf } from '#electron/store/search/grams.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { DossierQuery } from '#electron/store/tables/dossier-order.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchToday } from './filled-file.ts';
import { madeUpFile } from './made-up-words.ts';
import { manyRows } from './many-rows.ts';
import { measuredPieces } from './pieces.ts';
import { type Finder, recallChecks } from './recall.ts';
import { benchSizes, withoutSlowPeers } from './sizes.ts';
import { p95, say, timesOf } from './timing.ts';

const asked = 200;
const rows = 50;

const queryOf = (word: string): DossierQuery => ({
  ...{ side: 'all', statuses: ['received', 'accepted', 'closed'], handler: null, words: searchWords(word) },
  ...{ sort: 'due', today: benchToday },
});

const likeSql = `SELECT texts.n FROM texts JOIN dossier ON dossier.n = texts.n WHERE texts.text LIKE ?
  ORDER BY next_due IS NULL, next_due, dossier.n LIMIT ${rows}`;
const bareSql = `SELECT dossier.n FROM grams JOIN dossier ON dossier.n = grams.rowid WHERE grams MATCH ?
  ORDER BY next_due IS NULL, next_due, dossier.n LIMIT ${rows}`;
const newestSql = `SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid DESC LIMIT ${rows}`;

type Peers = Readonly<Record<'like' | 'bare' | 'newest', (word: string) => readonly unknown[]>>;

function peersOf(plain: Database.Database): Peers {
  const [like, bare, newest] = [plain.prepare(likeSql), plain.prepare(bareSql), plain.prepare(newestSql)];
  return {
    like: (word) => like.all(`%${searchWords(word).join('%')}%`),
    bare: (word) => bare.all(matchOf(searchWords(word))),
    newest: (word) => newest.all(matchOf(searchWords(word))),
  };
}

const pairs = (text: string): string[] => {
  const chars = [...text.toLowerCase()];
  return chars.slice(0, -1).map((char, place) => char + (chars[place + 1] ?? ''));
};

function miniSearchOf(count: number): (word: string) => readonly unknown[] {
  const started = performance.now();
  const mini = new MiniSearch({ fields: ['text'], tokenize: pairs, searchOptions: { combineWith: 'AND' } });
  for (let n = 0; n < count; n += 1) {
    const { number, worker, employer, summary } = madeUpFile(n);
    mini.add({ id: n, text: `${number}\n${worker}\n${employer}\n${summary}` });
  }
  console.log(`  minisearch over ${count} files built in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return (word) => mini.search(word).slice(0, rows);
}

type Question = (word: string) => unknown;

/** Prints how long pages of every sort of words take, ours and the peers', and answers the times the checks are made of. */
function timed(count: number, ours: Question, peers: Peers) {
  const { any, rare, ...more } = measuredPieces(count, asked);
  // The first round warms both files and is not counted.
  for (const word of [...any, ...rare]) {
    ours(word);
    peers.bare(word);
  }
  const times = {
    ...{ any: timesOf(any, ours), rare: timesOf(rare, ours), one: timesOf(more.one, ours) },
    ...{ bare: timesOf(any, peers.bare), bareRare: timesOf(rare, peers.bare) },
    like: timesOf(rare.slice(0, 40), peers.like),
  };
  const files = `${count} files`;
  say(`${files}, 2 characters of any word`, times.any);
  say(`${files}, 2 characters of a rare word`, times.rare);
  say(`${files}, plain FTS5, the same question`, times.bare);
  say(`${files}, plain FTS5, the same question with a rare word`, times.bareRare);
  say(`${files}, plain FTS5, newest 50 without order, total or filter`, timesOf(any, peers.newest));
  say(`${files}, plain LIKE, rare word`, times.like);
  say(`${files}, 1 character`, times.one);
  say(`${files}, 3 characters`, timesOf(more.three, ours));
  say(`${files}, 4 characters`, timesOf(more.four, ours));
  say(`${files}, numbers`, timesOf(more.numbers, ours));
  // A page that also says how many there are and where each stands is three statements: of a single hit that is most of it.
  console.log(`  ${files}, rare word: ${(p95(times.rare) / p95(times.bareRare)).toFixed(1)} times plain FTS5, p95`);
  return { ...times, words: any };
}

async function measure(cache: string, count: number): Promise<readonly Check[]> {
  const { store, plain } = await manyRows(cache, count);
  const page: Finder = (word, most) => dossierPage(store.db, queryOf(word), 0, most).ns;
  const times = timed(count, (word) => page(word, rows), peersOf(plain));
  const [any, rare] = [p95(times.any), p95(times.rare)];
  const checks = [
    atLeast(`search ${count}: LIKE / ours, 2 characters, rare word, p95`, p95(times.like) / rare, 100),
    atLeast(`search ${count}: bare FTS5 / ours, 2 characters, p95`, p95(times.bare) / any, 1 / 2),
    atLeast(`search ${count}: 5 ms / ours, 2 characters, p95`, 5 / any, 1),
    atLeast(`search ${count}: 5 ms / ours, 2 characters, rare word, p95`, 5 / rare, 1),
    atLeast(`search ${count}: 100 ms / ours, 1 character, p95`, 100 / p95(times.one), 1),
    ...recallChecks(plain, count, page),
  ];
  store.close();
  plain.close();
  if (count > 100_000 || withoutSlowPeers()) return checks;
  const mini = timesOf(times.words, miniSearchOf(count));
  say(`${count} files, minisearch`, mini);
  return [...checks, atLeast(`search ${count}: minisearch / ours, 2 characters, p95`, p95(mini) / any, 100)];
}

/** `bench search`: pages of 50 files by two characters, encrypted, beside LIKE, bare FTS5 and minisearch. */
export async function benchSearch(cache: string): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const count of benchSizes()) checks.push(...(await measure(cache, count)));
  return checks;
}
