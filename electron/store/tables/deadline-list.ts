import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, SqlValue } from '../db.ts';
import { type DeadlineRow, type DeadlineSqlRow, deadlineColumns, toDeadline } from './deadlines.ts';

/** Which deadlines a list shows; empty texts and nulls narrow nothing. */
export type DeadlineFilter = {
  /** Running and stopped ones by their last day, suspended ones by the day somebody should resume them. */
  readonly state: 'running' | 'suspended' | 'stopped';
  readonly side: 'all' | 'arb' | 'lsi' | 'req';
  /** Id of a rule. */
  readonly rule: string;
  /** Who handles the file the deadline belongs to, or the file behind the request. */
  readonly person: UserId | null;
};

/** Days a list is narrowed to, both included. */
export type DayRange = { readonly from: LocalDate; readonly to: LocalDate };

const orders = {
  running: 'due, id',
  suspended: 'resume_by IS NULL, resume_by, id',
  stopped: 'due DESC, id DESC',
} as const;

function whereOf(
  filter: DeadlineFilter,
  range: DayRange,
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const { state, side, rule, person } = filter;
  const parts: readonly (readonly [string, ...SqlValue[]])[] = [
    ['state = ?', state],
    ...(state === 'suspended' ? [] : [['due BETWEEN ? AND ?', range.from, range.to] as const]),
    // '/' follows '.', so these are the ids that begin with the side.
    ...(side === 'all'
      ? []
      : [['rule_id > ? AND rule_id < ?', `${side.toUpperCase()}.`, `${side.toUpperCase()}/`] as const]),
    ...(rule === '' ? [] : [['rule_id = ?', rule] as const]),
    ...(person === null
      ? []
      : [
          [
            `EXISTS (SELECT 1 FROM dossier WHERE handler = ? AND id = CASE about WHEN 'dossier' THEN subject
               ELSE (SELECT request.dossier FROM request WHERE request.id = subject) END)`,
            person,
          ] as const,
        ]),
  ];
  return { sql: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, ...values]) => values) };
}

/** One page of the deadlines of a filter, nearest first (stopped ones newest first), and how many there are. */
export function listDeadlineRows(
  db: ReadDb,
  filter: DeadlineFilter,
  range: DayRange,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly DeadlineRow[] } {
  const { sql, values } = whereOf(filter, range);
  const from = `FROM deadline INDEXED BY deadline_due WHERE ${sql}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)?.n ?? 0;
  const rows = db.all<DeadlineSqlRow>(
    `SELECT ${deadlineColumns} ${from} ORDER BY ${orders[filter.state]} LIMIT ? OFFSET ?`,
    ...[...values, page.limit, page.offset],
  );
  return { total, rows: rows.map(toDeadline) };
}

/** How many deadlines of a filter fall on each day of a range that has any. */
export function countDeadlinesByDay(
  db: ReadDb,
  filter: DeadlineFilter,
  range: DayRange,
): readonly { readonly day: LocalDate; readonly total: number }[] {
  const { sql, values } = whereOf(filter, range);
  return db.all(
    `SELECT due AS day, count(*) AS total FROM deadline INDEXED BY deadline_due WHERE ${sql} AND due IS NOT NULL GROUP BY due ORDER BY due`,
    ...values,
  );
}
