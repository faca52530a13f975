import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, SqlValue } from '../db.ts';
import type { Behind, Part } from '../search/walk.ts';
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

/** A part of the list with no more files than this is short. */
const fewInPart = 200;

/** Whether a part of a list ordered by due has so few files that looking into the text of each is a short way. */
export function isShortPart(db: ReadDb, query: DossierQuery, at: number): boolean {
  const part = segmentsOf(query)[at];
  // What is dated among several statuses is never short for long, and has no index to tell it quickly.
  if (part?.index !== 'dossier_status') return false;
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM dossier AS d INDEXED BY ${part.index}
     WHERE ${part.where} AND ${part.from?.where ?? '1'} LIMIT ?)`,
    ...[...part.values, ...(part.from ? [part.from.value] : []), fewInPart + 1],
  );
  return (row?.n ?? 0) <= fewInPart;
}
