import type { DossierId, UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, SqlValue } from '../db.ts';
import type { StoredSide, StoredStatus } from './dossiers.ts';

/** What a list of files shows, and in which order. */
export type DossierQuery = {
  readonly side: StoredSide | 'all';
  /** At least one. */
  readonly statuses: readonly StoredStatus[];
  /** Only files of this person. */
  readonly handler: UserId | null;
  /** Folded words that must all occur in a file's search text. */
  readonly words: readonly string[];
  /**
   * 'due': due on `today` or later first and nearest first, then overdue with the newest first, then without a date.
   * 'received' and 'number': newest first.
   */
  readonly sort: 'due' | 'received' | 'number';
  readonly today: LocalDate;
};

type Segment = { readonly where: string; readonly values: readonly SqlValue[]; readonly order: string };

const marks = (values: readonly SqlValue[]): string => values.map(() => '?').join(', ');

/** The parts of the list in their order; the rows of each lie in one index in the order they are shown. */
function segmentsOf(query: DossierQuery): readonly Segment[] {
  const { statuses, today } = query;
  // The plus keeps one status from counting as a fixed column: the planner would then sort what the index has in order.
  const among = `+status IN (${marks(statuses)})`;
  if (query.sort === 'received') return [{ where: among, values: statuses, order: 'received_on DESC, id DESC' }];
  if (query.sort === 'number') return [{ where: among, values: statuses, order: 'number_key DESC, id DESC' }];
  const dated = [...statuses, today];
  return [
    { where: `${among} AND next_due >= ?`, values: dated, order: 'next_due, status, id' },
    { where: `${among} AND next_due < ?`, values: dated, order: 'next_due DESC, status DESC, id DESC' },
    ...statuses.map((status) => ({ where: 'next_due IS NULL AND status = ?', values: [status], order: 'id DESC' })),
  ];
}

const indexes = { due: 'dossier_due', received: 'dossier_received', number: 'dossier_number' } as const;

/** What every part filters by beside its own range. instr takes the words as they are: nothing in them is a wildcard. */
function filterOf(query: DossierQuery): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const side = query.side === 'all' ? [] : [query.side];
  const handler = query.handler === null ? [] : [query.handler];
  const clauses = [
    ...side.map(() => 'side = ?'),
    ...handler.map(() => 'handler = ?'),
    ...query.words.map(() => 'instr(search, ?) > 0'),
  ];
  return { sql: clauses.map((clause) => ` AND ${clause}`).join(''), values: [...side, ...handler, ...query.words] };
}

/** The statements a query is answered with, by part: how many, and which ids in their order. Tests look at their plans. */
export function dossierListSql(
  query: DossierQuery,
): readonly { readonly count: string; readonly ids: string; readonly values: readonly SqlValue[] }[] {
  const filter = filterOf(query);
  return segmentsOf(query).map(({ where, values, order }) => {
    const from = `FROM dossier INDEXED BY ${indexes[query.sort]} WHERE ${where}${filter.sql}`;
    return {
      count: `SELECT count(*) AS n ${from}`,
      ids: `SELECT id ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
      values: [...values, ...filter.values],
    };
  });
}

/** How many files the query finds, and the ids of one page of them in order. */
export function dossierPage(
  db: ReadDb,
  query: DossierQuery,
  offset: number,
  limit: number,
): { readonly total: number; readonly ids: readonly DossierId[] } {
  let total = 0;
  const ids: DossierId[] = [];
  for (const part of dossierListSql(query)) {
    const n = db.get<{ n: number }>(part.count, ...part.values)?.n ?? 0;
    const skip = Math.max(0, offset - total);
    const wanted = limit - ids.length;
    if (wanted > 0 && skip < n) {
      ids.push(...db.all<{ id: DossierId }>(part.ids, ...part.values, wanted, skip).map((row) => row.id));
    }
    total += n;
  }
  return { total, ids };
}

/** Open files on which no clock runs or is suspended, oldest first, at most `limit`. */
export function unclockedDossiers(db: ReadDb, limit: number): readonly DossierId[] {
  const rows = db.all<{ id: DossierId }>(
    `SELECT id FROM dossier INDEXED BY dossier_unclocked WHERE next_deadline IS NULL AND status <> 'closed'
     ORDER BY received_on, id LIMIT ?`,
    limit,
  );
  return rows.map((row) => row.id);
}
