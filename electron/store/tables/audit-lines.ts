import type { EntryId, UserId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** One line of the audit trail. `at` is the stamp of its recording; `about` a number or code, never a name. */
export type AuditLine = {
  readonly id: EntryId;
  readonly at: string;
  readonly person: UserId;
  readonly act: string;
  readonly about: string;
  readonly reason: string;
};

/** Adds a line. */
export function addAuditLine(tx: WriteDb, line: AuditLine): void {
  tx.run(
    'INSERT INTO audit_line (id, at, person, act, about, reason) VALUES (?, ?, ?, ?, ?, ?)',
    ...[line.id, line.at, line.person, line.act, line.about, line.reason],
  );
}

/** How many lines there are. */
export function auditLineCount(db: ReadDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM audit_line')?.n ?? 0;
}

/** The lines, newest first. */
export function auditPage(db: ReadDb, offset: number, limit: number): readonly AuditLine[] {
  return db.all<AuditLine>(
    'SELECT id, at, person, act, about, reason FROM audit_line ORDER BY rowid DESC LIMIT ? OFFSET ?',
    ...[limit, offset],
  );
}
