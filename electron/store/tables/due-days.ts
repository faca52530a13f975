import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb } from '../db.ts';
import { type DeadlineRow, findDeadline } from './deadlines.ts';

/**
 * Running limits of the office, without the times that end by themselves, by the day they should be done by: the target
 * where there is one, else the last day. 'overdue' is before today by the last day; 'today' must be done today although
 * the last day may lie later; 'week' follows until `sunday`.
 */
export type DueDays = 'overdue' | 'today' | 'week';

/** A target lies at most this many calendar days before the last day: the longest run of days off is shorter. */
const targetDays = 16;

type Bounds = { readonly where: string; readonly values: readonly string[]; readonly order: string };

/** `last` is the newest last day whose target can still lie before `sunday`. */
function boundsOf(days: DueDays, today: LocalDate, sunday: LocalDate, last: LocalDate): Bounds {
  const by = 'coalesce(target, due)';
  if (days === 'overdue') return { where: 'due < ?', values: [today], order: 'due DESC, id DESC' };
  // A limit of the law comes before one that was agreed.
  const order = `about = 'request', ${by}, due, id`;
  if (days === 'today') return { where: `due BETWEEN ? AND ? AND ${by} <= ?`, values: [today, last, today], order };
  return { where: `due BETWEEN ? AND ? AND ${by} > ? AND ${by} <= ?`, values: [today, last, today, sunday], order };
}

/** A page of running limits by the day they should be done by, and how many there are in all. */
export function dueDays(
  db: ReadDb,
  days: DueDays,
  on: { readonly today: LocalDate; readonly sunday: LocalDate },
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly DeadlineRow[] } {
  const { where, values, order } = boundsOf(days, on.today, on.sunday, addDays(on.sunday, targetDays));
  const from = `FROM deadline INDEXED BY deadline_office WHERE state = 'running' AND runs_out = 0 AND ${where}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...values)?.n ?? 0;
  const ids = db.all<{ id: string }>(
    `SELECT id ${from} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...[...values, page.limit, page.offset],
  );
  return { total, rows: ids.map(({ id }) => findDeadline(db, id)).filter((row) => row !== undefined) };
}

/** A page of suspended limits whose day of resuming has come, the longest past first, and how many there are in all. */
export function resumable(
  db: ReadDb,
  today: LocalDate,
  page: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly DeadlineRow[] } {
  const from = `FROM deadline INDEXED BY deadline_resume
    WHERE state = 'suspended' AND resume_by IS NOT NULL AND resume_by <= ?`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, today)?.n ?? 0;
  const ids = db.all<{ id: string }>(
    `SELECT id ${from} ORDER BY resume_by, id LIMIT ? OFFSET ?`,
    ...[today, page.limit, page.offset],
  );
  return { total, rows: ids.map(({ id }) => findDeadline(db, id)).filter((row) => row !== undefined) };
}
