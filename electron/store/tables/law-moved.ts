import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A last day that a confirmed change moved; null where there was or is none. */
export type LawMovedRow = {
  readonly about: 'dossier' | 'request';
  readonly subject: string;
  readonly rule: string;
  readonly of: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

/** How many last days a change moved. */
export function lawMovedCount(db: ReadDb, change: string): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM law_moved WHERE change = ?', change)?.n ?? 0;
}

/** The last days a change moved, in the order they were listed. */
export function lawMoved(db: ReadDb, change: string, offset: number, limit: number): readonly LawMovedRow[] {
  return db.all<LawMovedRow>(
    `SELECT about, subject, rule_id AS rule, of_part AS "of", before AS "from", after AS "to"
     FROM law_moved WHERE change = ? ORDER BY position LIMIT ? OFFSET ?`,
    ...[change, limit, offset],
  );
}

/** Lists further last days that a change moved, behind those it has. */
export function addLawMoved(tx: WriteDb, change: string, rows: readonly LawMovedRow[]): void {
  let position = lawMovedCount(tx, change);
  for (const row of rows) {
    tx.run(
      `INSERT INTO law_moved (change, position, about, subject, rule_id, of_part, before, after)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[change, position, row.about, row.subject, row.rule, row.of, row.from, row.to],
    );
    position += 1;
  }
}
