import type Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { searchWords } from '#electron/services/dossier/search-text.ts';
import { matchOf } from '#electron/store/search/grams.ts';
import { mostHits } from '#electron/store/search/search-index.ts';
import type { Store } from '#electron/store/store.ts';
import { dossierPage } from '#electron/store/tables/dossier-list.ts';
import type { DossierQuery } from '#electron/store/tables/dossier-order.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchToday } from './filled-file.ts';
import { madeUpFile, seeded } from './made-up-words.ts';
import { manyRows } from './many-rows.ts';
import { benchSizes, withoutSlowPeers } from './sizes.ts';
import { p95, say, timesOf } from './timing.ts';

const asked = 200;
const rows = 50;

const queryOf = (word: string): DossierQuery => ({
  ...{ side: 'all', statuses: ['received', 'accepted', 'closed'], handler: null, words: searchWords(word) },
  ...{ sort: 'due', today: benchToday },
});

/** Pieces of `length` characters as they stand in the texts of files picked at random: frequent ones come up often. */
function piecesOf(count: number, length: number, seed: number, from: (n: number) => string): readonly string[] {
  const random = seeded(seed);
  return Array.from({ length: asked }, () => {
    const text = [...from(Math.floor(random() * count))];
    const at = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(at, at + length).join('');
  });
}

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

/** How many of the files LIKE finds ours finds too, for words that are not too many to hand out whole. */
function recallOf(store: Store, plain: Database.Database, words: readonly string[]): number {
  const like = plain.prepare<[string], { n: number }>('SELECT n FROM texts WHERE text LIKE ? ORDER BY n');
  let [expected, found] = [0, 0];
  for (const word of words) {
    const wanted = like.all(`%${word.toLowerCase()}%`).map(({ n }) => n);
    if (wanted.length > mostHits) continue;
    const ours = new Set(dossierPage(store.db, queryOf(word), 0, mostHits).ns);
    expected += Math.max(wanted.length, ours.size);
    found += wanted.filter((n) => ours.has(n)).length;
  }
  return expected === 0 ? 0 : found / expected;
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

async function measure(cache: string, count: number): Promise<readonly Check[]> {
  const { store, plain } = await manyRows(cache, count);
  const peers = peersOf(plain);
  const ours = (word: string) => dossierPage(store.db, queryOf(word), 0, rows);
  const any = piecesOf(count, 2, 11, (n) => madeUpFile(n).summary);
  const rare = piecesOf(count, 2, 12, (n) => madeUpFile(n).worker.slice(-2));
  // The first round warms both files and is not counted.
  for (const word of [...any, ...rare]) {
    ours(word);
    peers.bare(word);
  }
  const times = { any: timesOf(any, ours), rare: timesOf(rare, ours), bare: timesOf(any, peers.bare) };
  const like = timesOf(rare.slice(0, 40), peers.like);
  say(`${count} files, 2 characters of any word`, times.any);
  say(`${count} files, 2 characters of a rare word`, times.rare);
  say(`${count} files, plain FTS5, the same question`, times.bare);
  say(`${count} files, plain FTS5, newest 50 without order, total or filter`, timesOf(any, peers.newest));
  say(`${count} files, plain LIKE, rare word`, like);
  const one = timesOf(
    piecesOf(count, 1, 13, (n) => madeUpFile(n).summary),
    ours,
  );
  say(`${count} files, 1 character`, one);
  for (const length of [3, 4])
    say(
      `${count} files, ${length} characters`,
      timesOf(
        piecesOf(count, length, 14, (n) => madeUpFile(n).summary),
        ours,
      ),
    );
  say(
    `${count} files, numbers`,
    timesOf(
      piecesOf(count, 6, 15, (n) => madeUpFile(n).number),
      ours,
    ),
  );
  const sample = [any, rare].flatMap((words) => words.slice(0, 15));
  const checks = [
    atLeast(`search ${count}: LIKE / ours, 2 characters, rare word, p95`, p95(like) / p95(times.rare), 100),
    atLeast(`search ${count}: bare FTS5 / ours, 2 characters, p95`, p95(times.bare) / p95(times.any), 1 / 2),
    atLeast(`search ${count}: 5 ms / ours, 2 characters, p95`, 5 / p95(times.any), 1),
    atLeast(`search ${count}: 100 ms / ours, 1 character, p95`, 100 / p95(one), 1),
    atLeast(`search ${count}: recall against LIKE`, recallOf(store, plain, sample), 1),
  ];
  if (count > 100_000 || withoutSlowPeers()) return [...checks, ...closed(store, plain)];
  const mini = timesOf(any, miniSearchOf(count));
  say(`${count} files, minisearch`, mini);
  const [wide, narrow] = [p95(mini), p95(times.any)];
  return [
    ...checks,
    atLeast(`search ${count}: minisearch / ours, 2 characters, p95`, wide / narrow, 100),
    ...closed(store, plain),
  ];
}

function closed(store: Store, plain: Database.Database): readonly [] {
  store.close();
  plain.close();
  return [];
}

/** `bench search`: pages of 50 files by two characters, encrypted, beside LIKE, bare FTS5 and minisearch. */
export async function benchSearch(cache: string): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const count of benchSizes()) checks.push(...(await measure(cache, count)));
  return checks;
}
