import type { ReadDb } from '../db.ts';
import { matchOf } from '../search/grams.ts';
import { fileAt, fileOf, runsOf } from '../search/place.ts';
import { countHits, isCommonLately, mostHits } from '../search/search-index.ts';
import { type Behind, type Part, walkedPage } from '../search/walk.ts';
import { countFiles, type KindRow } from './dossier-keys.ts';
import { type DossierPage, type DossierQuery, dossierParts, isShortPart } from './dossier-order.ts';

/** What is looked for, and the kinds of files it may be among. */
type Hits = { readonly query: DossierQuery; readonly kinds: readonly KindRow[] };

type Page = { readonly offset: number; readonly limit: number };

/** Hits are counted when they are no more than this. */
const counted = 2000;
/** So many places are read at once and put in order here: for few hits one statement is the whole answer. */
const few = 300;
/** In other orders than the index's own, hits up to this share of the list are sorted, and `counted` in any case. */
const manyOf = 20;

const place = 'search_index.rowid';
const n = fileAt(place);

const sizeOf = ({ kinds }: Hits): number => kinds.reduce((sum, kind) => sum + kind.n, 0);

/** Every hit, each with its place, and of those kinds alone; the kinds are not asked for when they are all there are. */
function fromHits(hits: Hits, isAll: boolean): { readonly from: string; readonly where: string } {
  if (isAll) return { from: 'FROM search_index', where: 'WHERE search_index MATCH ?' };
  const among = hits.kinds.map(({ id }) => id).join(', ');
  const from = `FROM search_index CROSS JOIN dossier_key AS k ON k.n = ${n}`;
  return { from, where: `WHERE search_index MATCH ? AND k.kind IN (${among})` };
}

/** The parts of a list in the order of the search index, whose rows lie as the list ordered by due shows them. */
function hitParts(hits: Hits, isAll: boolean): readonly Part[] {
  const { from, where } = fromHits(hits, isAll);
  const match = matchOf(hits.query.words);
  return runsOf(hits.query.today, hits.query.statuses).map(({ down, ...run }) => {
    const statement = (behind: Behind | null, select: string, end: string) => {
      const last = behind === null ? undefined : BigInt(Number(behind.key));
      const begin = down || last === undefined ? run.from : last + 1n;
      const before = down && last !== undefined ? last : run.to;
      const sql = `SELECT ${select} ${from} ${where} AND ${place} >= ? AND ${place} < ?${end}`;
      return { sql, values: [match, begin, before] };
    };
    const order = ` ORDER BY ${place} ${down ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`;
    return {
      rows: (behind) => statement(behind, `${n} AS n, ${place} AS key`, order),
      count: (behind) => statement(behind, 'count(*) AS n', ''),
    };
  });
}

/** The places of the files of those kinds among these. */
function ofKinds(db: ReadDb, { kinds }: Hits, places: readonly number[]): readonly number[] {
  const among = kinds.map(({ id }) => id).join(', ');
  const rows = db.all<{ place: number }>(
    `SELECT asked.value AS place FROM json_each(?) AS asked CROSS JOIN dossier_key AS k ON k.n = ${fileAt('asked.value')}
     WHERE k.kind IN (${among})`,
    JSON.stringify(places),
  );
  return rows.map((row) => row.place).toSorted((a, b) => a - b);
}

/** The hits' numbers in the order of the list when files of any kind with these words are at most `most`. */
function fewHits(db: ReadDb, hits: Hits, isAll: boolean, most: number): readonly number[] | undefined {
  const sql = `SELECT rowid AS place FROM search_index WHERE search_index MATCH ? LIMIT ?`;
  const any = db.all<{ place: number }>(sql, matchOf(hits.query.words), most + 1).map((row) => row.place);
  if (any.length > most) return undefined;
  const found = isAll ? any : ofKinds(db, hits, any);
  return runsOf(hits.query.today, hits.query.statuses).flatMap((run) => {
    const inRun = found.filter((at) => at >= run.from && at < run.to).map(fileOf);
    return run.down ? inRun.reverse() : inRun;
  });
}

/** The parts in the order of the index; short ones are walked: their few hits may lie behind very many others. */
function bestParts(db: ReadDb, hits: Hits, isAll: boolean): readonly Part[] {
  const walks = dossierParts(hits.query);
  return hitParts(hits, isAll).map((part, at) => {
    // A page seldom gets beyond the first part, so the others are judged when they are come to.
    let best: Part | undefined;
    const chosen = (): Part => {
      best ??= isShortPart(db, hits.query, at) ? (walks[at] ?? part) : part;
      return best;
    };
    return { rows: (behind) => chosen().rows(behind), count: (behind) => chosen().count(behind) };
  });
}

/** A page in the order of the index. `alone`: one of the words is a single character, which is slow to count. */
function inIndexOrder(db: ReadDb, hits: Hits, page: Page, alone: boolean): DossierPage {
  const { query } = hits;
  const isAll = sizeOf(hits) === countFiles(db);
  // Rare words are the ones searched for most: one statement answers them, and only more hits are counted.
  const all = fewHits(db, hits, isAll, alone ? counted : few);
  if (all !== undefined) {
    return { total: all.length, more: false, ns: all.slice(page.offset, page.offset + page.limit) };
  }
  const any = alone ? undefined : countHits(db, query.words, counted);
  const list = { name: `index ${JSON.stringify(query)}`, parts: bestParts(db, hits, isAll) };
  return totalled(hits, page, walkedPage(db, list, page.offset, page.limit), () => {
    if (any === undefined || any > counted) return undefined;
    return isAll ? any : countOf(db, hits);
  });
}

function countOf(db: ReadDb, hits: Hits): number {
  const { from, where } = fromHits(hits, false);
  return db.get<{ n: number }>(`SELECT count(*) AS n ${from} ${where}`, matchOf(hits.query.words))?.n ?? 0;
}

/** The page with its total: where the list ended it is known, else it is counted, or not when there are too many. */
function totalled(hits: Hits, page: Page, ns: readonly number[], count: () => number | undefined): DossierPage {
  if (ns.length < page.limit && (ns.length > 0 || page.offset === 0)) {
    return { total: page.offset + ns.length, more: false, ns };
  }
  const total = count();
  return { total: total ?? Math.min(sizeOf(hits), mostHits), more: total === undefined, ns };
}

function sorted(db: ReadDb, hits: Hits, page: Page): DossierPage {
  const { from, where } = fromHits(hits, false);
  const key = hits.query.sort === 'received' ? 'received_on' : 'number_key';
  const sql = `SELECT k.n AS n ${from} CROSS JOIN dossier AS d ON d.n = k.n ${where}
    ORDER BY d.${key} DESC, k.n DESC LIMIT ? OFFSET ?`;
  const ns = db.all<{ n: number }>(sql, matchOf(hits.query.words), page.limit, page.offset);
  return totalled(
    hits,
    page,
    ns.map((row) => row.n),
    () => countOf(db, hits),
  );
}

function walked(db: ReadDb, hits: Hits, page: Page): DossierPage {
  const list = { name: `walk ${JSON.stringify(hits.query)}`, parts: dossierParts(hits.query) };
  return totalled(hits, page, walkedPage(db, list, page.offset, page.limit), () => undefined);
}

/** Whether in another order than the index's own there are so many hits that walking the list finds a page sooner. */
function areMany(db: ReadDb, hits: Hits): boolean {
  const most = Math.min(mostHits, Math.max(counted, Math.floor(sizeOf(hits) / manyOf)));
  return countHits(db, hits.query.words, most) > most;
}

/**
 * One page of the files that hold all words. Very many hits are not counted: the list ends where they do.
 * `forced` walks the list and looks into each text, which otherwise happens where words are common.
 */
export function foundPage(db: ReadDb, hits: Hits, page: Page, forced?: 'walk'): DossierPage {
  const { words, sort } = hits.query;
  // The index has no short way to one character alone: in a long list the newest files tell whether it is common.
  const alone = words.some((word) => [...word].length === 1);
  const common = alone && sizeOf(hits) > mostHits && isCommonLately(db, words);
  if (forced === 'walk' || common) return walked(db, hits, page);
  if (sort === 'due') return inIndexOrder(db, hits, page, alone);
  return areMany(db, hits) ? walked(db, hits, page) : sorted(db, hits, page);
}
