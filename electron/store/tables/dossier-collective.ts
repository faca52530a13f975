import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What was recorded of a collective case. An empty `kind`: it is none. `representatives` is a JSON list of party ids. */
export type CollectiveRow = {
  readonly dossier: DossierId;
  /** Number in the order of arrival of the entry that marked it. */
  readonly n: number;
  readonly kind: string;
  readonly on: string;
  readonly decidedBy: string;
  readonly note: string;
  readonly representatives: string;
  readonly electedOn: string;
  readonly electedPaper: string;
};

/** What was recorded of a file as a collective case. */
export function findCollective(db: ReadDb, dossier: DossierId): CollectiveRow | undefined {
  return db.get<CollectiveRow>(
    `SELECT dossier, n, kind, on_date AS "on", decided_by AS decidedBy, note, representatives, elected_on AS electedOn,
       elected_paper AS electedPaper FROM dossier_collective WHERE dossier = ?`,
    dossier,
  );
}

/** Puts what is recorded, in place of what was there. */
export function putCollective(tx: WriteDb, row: CollectiveRow): void {
  tx.run(
    `INSERT INTO dossier_collective (dossier, n, kind, on_date, decided_by, note, representatives, elected_on, elected_paper)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (dossier) DO UPDATE SET n = excluded.n, kind = excluded.kind, on_date = excluded.on_date,
       decided_by = excluded.decided_by, note = excluded.note, representatives = excluded.representatives,
       elected_on = excluded.elected_on, elected_paper = excluded.elected_paper`,
    ...[row.dossier, row.n, row.kind, row.on, row.decidedBy, row.note],
    ...[row.representatives, row.electedOn, row.electedPaper],
  );
}

/** Whether a file is a collective case now. */
export function isCollective(db: ReadDb, dossier: DossierId): boolean {
  return (findCollective(db, dossier)?.kind ?? '') !== '';
}
