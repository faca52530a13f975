import type { LocalDate } from '#shared/base/local-date.ts';
import type { DeadlineStatus } from '#shared/domain/deadline/deadline.ts';
import type { Confidence } from '#shared/domain/deadline/rule.ts';
import { runsOut } from '#shared/domain/deadline/runs-out.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What was computed for one limit of a file or a request; nothing in it depends on the present day. */
export type DeadlineRow = {
  /** `<subject>:<rule id>`, with `:<of>` behind it where that is not empty. */
  readonly id: string;
  readonly about: 'dossier' | 'request';
  readonly subject: string;
  readonly ruleId: string;
  /** What within the file it is about, such as the id of a party; '' for the whole file, and for requests. */
  readonly of: string;
  /** Last day by law; null while it is not running. */
  readonly due: LocalDate | null;
  /** The working day by which the office should be done, where that is another day. */
  readonly target: LocalDate | null;
  readonly soonFrom: LocalDate | null;
  /** When a person should resume it, while it is suspended on a ground of limited length. */
  readonly resumeBy: LocalDate | null;
  readonly state: DeadlineStatus;
  readonly provisional: boolean;
  readonly confidence: Confidence;
  readonly calendarVersion: string;
  readonly packVersion: string;
};

/** A deadline as SQL answers it. */
export type DeadlineSqlRow = Omit<DeadlineRow, 'provisional'> & { readonly provisional: number };

/** Every column of a deadline under its name in `DeadlineRow`. */
export const deadlineColumns = `id, about, subject, rule_id AS ruleId, of_part AS of, due, target, soon_from AS soonFrom, resume_by AS resumeBy, state, provisional, confidence,
  calendar_version AS calendarVersion, pack_version AS packVersion`;

/** The row SQL answered, read. */
export const toDeadline = (row: DeadlineSqlRow): DeadlineRow => ({ ...row, provisional: row.provisional === 1 });

/** One computed deadline. */
export function findDeadline(db: ReadDb, id: string): DeadlineRow | undefined {
  const row = db.get<DeadlineSqlRow>(`SELECT ${deadlineColumns} FROM deadline WHERE id = ?`, id);
  return row && toDeadline(row);
}

/** The deadlines of a file or request. */
export function deadlinesOf(db: ReadDb, subject: string): readonly DeadlineRow[] {
  return db
    .all<DeadlineSqlRow>(`SELECT ${deadlineColumns} FROM deadline WHERE subject = ? ORDER BY id`, subject)
    .map(toDeadline);
}

/** What computed some of the stored deadlines: a calendar and rules, each in a version. */
export type ComputedBy = Pick<DeadlineRow, 'about' | 'calendarVersion' | 'packVersion'>;

/** Every pair of calendar and rules that stored deadlines were computed by. */
export function computedBy(db: ReadDb): readonly ComputedBy[] {
  return db.all(
    'SELECT DISTINCT about, calendar_version AS calendarVersion, pack_version AS packVersion FROM deadline ORDER BY 1, 2, 3',
  );
}

/** The files or requests with a deadline that was computed by these. */
export function subjectsComputedBy(db: ReadDb, { about, calendarVersion, packVersion }: ComputedBy): readonly string[] {
  const rows = db.all<{ subject: string }>(
    `SELECT DISTINCT subject FROM deadline WHERE about = ? AND calendar_version = ? AND pack_version = ?
     ORDER BY subject`,
    ...[about, calendarVersion, packVersion],
  );
  return rows.map(({ subject }) => subject);
}

/** Drops the deadlines of a file or request but those named: a rule that no longer applies must not run on. */
export function dropOtherDeadlines(tx: WriteDb, subject: string, kept: readonly string[]): void {
  const others = deadlinesOf(tx, subject).filter(({ id }) => !kept.includes(id));
  for (const { id } of others) tx.run('DELETE FROM deadline WHERE id = ?', id);
}

/** Puts a computed deadline, in place of what was computed before. */
export function putDeadline(tx: WriteDb, row: DeadlineRow): void {
  tx.run(
    `INSERT INTO deadline (id, about, subject, rule_id, of_part, due, target, soon_from, resume_by, state, provisional,
       confidence, calendar_version, pack_version, runs_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET due = excluded.due, target = excluded.target, soon_from = excluded.soon_from, resume_by = excluded.resume_by,
       state = excluded.state, provisional = excluded.provisional, confidence = excluded.confidence,
       calendar_version = excluded.calendar_version, pack_version = excluded.pack_version`,
    ...[row.id, row.about, row.subject, row.ruleId, row.of, row.due, row.target, row.soonFrom, row.resumeBy, row.state],
    ...[row.provisional ? 1 : 0, row.confidence, row.calendarVersion, row.packVersion, runsOut(row.ruleId) ? 1 : 0],
  );
}
