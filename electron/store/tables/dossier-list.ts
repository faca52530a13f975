import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, SqlValue } from '../db.ts';
import { matchOf } from '../search/grams.ts';
import { countHits, isCommonLately, mostHits } from '../search/search-index.ts';
import { type Behind, type Part, walkedPage } from '../search/walk.ts';
import { dayNumber, type KindRow, kindsOf } from './dossier-keys.ts';
import type { StoredSide, StoredStatus } from './dossiers.ts';

/** What a list of files shows, and in which order. */
export type DossierQuery = {
  readonly side: StoredSide | 'all';
  /** At least one. */
  readonly statuses: readonly StoredStatus[];
  /** Only files of this person. */
  readonly handler: UserId | null;
  /** Folded words without blanks that must all occur in a file's search text. */
  readonly words: readonly string[];
  /**
   * 'due': due on `today` or later first and nearest first, then overdue with the newest first, then without a date by
   * status. 'received' and 'number': newest first. Rows that are alike stand in the order of receipt.
   */
  readonly sort: 'due' | 'received' | 'number';
  readonly today: LocalDate;
};

/** One page of a list: numbers of files. `total` counts no further than a bound when words are searched; `more`: there are more. */
export type DossierPage = { readonly total: number; readonly more: boolean; readonly ns: readonly number[] };

type Segment = {
  readonly index: string;
  readonly key: string;
  readonly down: boolean;
  /** What holds in the whole part, and where it begins in its index. */
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly from?: { readonly where: string; readonly value: SqlValue };
};

const marks = (values: readonly SqlValue[]): string => values.map(() => '?').join(', ');

/** The parts of the list in their order; the rows of each lie in one index in the order they are shown. */
function segmentsOf({ statuses, today, sort }: DossierQuery): readonly Segment[] {
  // The plus keeps one status from counting as a fixed column: the planner would then sort what the index has in order.
  const among = { where: `+d.status IN (${marks(statuses)})`, values: statuses };
  if (sort !== 'due') {
    const key = sort === 'received' ? 'received_on' : 'number_key';
    return [{ ...among, index: `dossier_${sort}`, key, down: true }];
  }
  // One status may be rare among the dated ones, so it has an order of its own.
  const one = { where: 'd.status = ?', values: statuses, index: 'dossier_status' };
  const dated = { ...(statuses.length === 1 ? one : { ...among, index: 'dossier_due' }), key: 'next_due' };
  const parts: readonly Segment[] = [
    { ...dated, down: false, from: { where: 'd.next_due >= ?', value: today } },
    { ...dated, down: true, from: { where: 'd.next_due < ?', value: today } },
  ];
  const undated = statuses.map((status): Segment => {
    const where = 'd.next_due IS NULL AND d.status = ?';
    return { index: 'dossier_status', key: 'n', down: true, where, values: [status] };
  });
  return [...parts, ...undated];
}

/** Behind a row: a plain comparison of keys leads the index, the second one tells rows of one key apart. */
function behindSql({ key, down }: Segment, behind: Behind): { readonly where: string; values: readonly SqlValue[] } {
  const [wide, narrow] = down ? ['<=', '<'] : ['>=', '>'];
  if (key === 'n') return { where: `d.n ${narrow} ?`, values: [behind.n] };
  const where = `d.${key} ${wide} ? AND (d.${key} ${narrow} ? OR d.n ${narrow} ?)`;
  return { where, values: [behind.key, behind.key, behind.n] };
}

/** Filters besides a part's own range. instr takes the words as they are: nothing in them is a wildcard. */
function filterOf(query: DossierQuery): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const side = query.side === 'all' ? [] : [query.side];
  const handler = query.handler === null ? [] : [query.handler];
  const sql = [...side.map(() => ' AND d.side = ?'), ...handler.map(() => ' AND d.handler = ?')].join('');
  return { sql, values: [...side, ...handler] };
}

const holds = ' AND (instr(s.short, ?) > 0 OR instr(s.long, ?) > 0)';

/** The statements a query is walked with, by part. Tests look at their plans. */
export function dossierParts(query: DossierQuery): readonly Part[] {
  const filter = filterOf(query);
  const joined = query.words.length === 0 ? '' : ' CROSS JOIN search_text AS s ON s.n = d.n';
  const texts = query.words.map(() => holds).join('');
  const rest = [...filter.values, ...query.words.flatMap((word) => [word, word])];
  return segmentsOf(query).map((part) => {
    const statement = (behind: Behind | null, select: string, end: string) => {
      const { from } = part;
      const first = from ? { where: from.where, values: [from.value] } : { where: '1', values: [] };
      const range = behind === null ? first : behindSql(part, behind);
      const of = `FROM dossier AS d INDEXED BY ${part.index}${joined}`;
      const sql = `SELECT ${select} ${of} WHERE ${part.where} AND ${range.where}${filter.sql}${texts}${end}`;
      return { sql, values: [...part.values, ...range.values, ...rest] };
    };
    const way = part.down ? 'DESC' : 'ASC';
    const order = part.key === 'n' ? `d.n ${way}` : `d.${part.key} ${way}, d.n ${way}`;
    return {
      rows: (behind) => statement(behind, `d.n AS n, d.${part.key} AS key`, ` ORDER BY ${order} LIMIT ? OFFSET ?`),
      count: (behind) => statement(behind, 'count(*) AS n', ''),
    };
  });
}

type Hits = { readonly query: DossierQuery; readonly kinds: readonly KindRow[] };

/** In the order of the list, from the narrow table alone where the list is ordered by due. */
function orderOf({ query, kinds }: Hits): string {
  if (query.sort === 'received') return 'd.received_on DESC, k.n DESC';
  if (query.sort === 'number') return 'd.number_key DESC, k.n DESC';
  const today = dayNumber(query.today);
  // Ids are numbers of our own table.
  const among = (status: string): string =>
    kinds.flatMap((kind) => (kind.status === status ? [kind.id] : [])).join(', ');
  const undated = query.statuses
    .map((status, place) => `WHEN k.kind IN (${among(status)}) THEN ${2 + place}`)
    .join(' ');
  return `CASE WHEN k.due >= ${today} THEN 0 WHEN k.due < ${today} THEN 1 ${undated} END,
    CASE WHEN k.due >= ${today} THEN k.due END, k.due DESC, CASE WHEN k.due >= ${today} THEN k.n END, k.n DESC`;
}

/** The statements for few hits: the search index names the files, which are counted and put in order. */
function hitsSql(hits: Hits): { readonly count: string; readonly rows: string } {
  const kinds = hits.kinds.map(({ id }) => id).join(', ');
  const joined = hits.query.sort === 'due' ? '' : ' CROSS JOIN dossier AS d ON d.n = k.n';
  const from = `FROM search_index CROSS JOIN dossier_key AS k ON k.n = search_index.rowid`;
  const where = `WHERE search_index MATCH ? AND k.kind IN (${kinds})`;
  return {
    count: `SELECT count(*) AS n ${from} ${where}`,
    rows: `SELECT k.n AS n ${from}${joined} ${where} ORDER BY ${orderOf(hits)} LIMIT ? OFFSET ?`,
  };
}

function hitsPage(db: ReadDb, hits: Hits, offset: number, limit: number): DossierPage {
  const match = matchOf(hits.query.words);
  const sql = hitsSql(hits);
  const ns = db.all<{ n: number }>(sql.rows, match, limit, offset).map(({ n }) => n);
  const ended = ns.length < limit && (ns.length > 0 || offset === 0);
  const total = ended ? offset + ns.length : (db.get<{ n: number }>(sql.count, match)?.n ?? 0);
  return { total, more: false, ns };
}

/** Above this share of the list hits are too many to put in order, unless there are fewer than `fewAnyway`. */
const manyOf = 20;
const fewAnyway = 2000;

/** Whether the words have so many hits that walking the list finds a page of them sooner. */
function areCommon(db: ReadDb, { query, kinds }: Hits, most: number): boolean {
  const kind = kinds.reduce((sum, { n }) => sum + n, 0);
  const bound = Math.min(most, Math.max(fewAnyway, Math.floor(kind / manyOf)));
  // The index has no short way to one character alone: in a long list the newest files tell whether it is common.
  const alone = kind > most && query.words.some((word) => [...word].length === 1);
  if (alone && isCommonLately(db, query.words)) return true;
  return countHits(db, query.words, bound) > bound;
}

/**
 * One page of a list. Few hits are put in order; for many the list is walked in its own order until the page is full,
 * and they are not counted. `most`: so many hits are put in order at the most.
 */
export function dossierPage(
  db: ReadDb,
  query: DossierQuery,
  offset: number,
  limit: number,
  most = mostHits,
): DossierPage {
  const kinds = kindsOf(db, query);
  const kind = kinds.reduce((sum, { n }) => sum + n, 0);
  if (kind === 0) return { total: 0, more: false, ns: [] };
  const hits = { query, kinds };
  if (query.words.length > 0 && !areCommon(db, hits, most)) return hitsPage(db, hits, offset, limit);
  const ns = walkedPage(db, { name: JSON.stringify(query), parts: dossierParts(query) }, offset, limit);
  if (query.words.length === 0) return { total: kind, more: false, ns };
  const ended = ns.length < limit && (ns.length > 0 || offset === 0);
  return ended ? { total: offset + ns.length, more: false, ns } : { total: Math.min(kind, mostHits), more: true, ns };
}

/** Numbers of open files on which no clock runs or is suspended, oldest first: a page of them, and how many there are. */
export function unclockedDossiers(
  db: ReadDb,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly number[] } {
  const from = `FROM dossier INDEXED BY dossier_unclocked WHERE next_deadline IS NULL AND status <> 'closed'`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`)?.n ?? 0;
  const rows = db.all<{ n: number }>(
    `SELECT n ${from} ORDER BY received_on, id LIMIT ? OFFSET ?`,
    ...[page.limit, page.offset],
  );
  return { total, rows: rows.map((row) => row.n) };
}
