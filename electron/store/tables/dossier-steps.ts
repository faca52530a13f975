import type { DossierId, EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A recorded step of a file. Texts that were not given are empty. */
export type DossierStepRow = {
  /** The entry that recorded it. */
  readonly id: EntryId;
  readonly dossier: DossierId;
  readonly n: number;
  readonly code: string;
  readonly on: string;
  readonly type: string;
  readonly ground: string;
  readonly amount: number | null;
  readonly party: string;
  readonly day: string;
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
  /** Acceptance only: 1 where the limits inside the office are counted too, otherwise 0. */
  readonly alsoLimits: number;
  /** Closing by an award only: 1 where it was made in the absence of a party (缺席裁决), otherwise 0. */
  readonly absent: number;
};

/** A step with what became of it: the entries that struck or moved it, the day before that, and why. */
export type KeptStep = DossierStepRow & {
  readonly struckBy: string;
  readonly movedBy: string;
  readonly was: string;
  readonly reason: string;
};

/** Every step of a file in the order they were recorded, struck ones included. */
export function stepsOf(db: ReadDb, dossier: DossierId): readonly KeptStep[] {
  return db.all<KeptStep>(
    `SELECT id, dossier, n, code, on_date AS "on", type, ground, amount, party, day, decided_by AS decidedBy, paper, note,
       also_limits AS alsoLimits, absent,
       struck_by AS struckBy, moved_by AS movedBy, was, reason FROM dossier_step WHERE dossier = ? ORDER BY n`,
    dossier,
  );
}

/** Adds a step. */
export function addStep(tx: WriteDb, row: DossierStepRow): void {
  tx.run(
    `INSERT INTO dossier_step (id, dossier, n, code, on_date, type, ground, amount, party, day, decided_by, paper, note,
       also_limits, absent, struck_by, moved_by, was, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '')
     ON CONFLICT (id) DO NOTHING`,
    ...[row.id, row.dossier, row.n, row.code, row.on, row.type, row.ground, row.amount, row.party, row.day],
    ...[row.decidedBy, row.paper, row.note, row.alsoLimits, row.absent],
  );
}

/** Strikes a step; it stays on record with the entry that struck it and the reason. */
export function strikeStep(tx: WriteDb, id: string, by: EntryId, reason: string): void {
  tx.run("UPDATE dossier_step SET struck_by = ?, reason = ? WHERE id = ? AND struck_by = ''", by, reason, id);
}

/** Gives a step another day; the day it had stays on record with the entry that moved it and the reason. */
export function moveStep(tx: WriteDb, id: string, on: string, by: EntryId, reason: string): void {
  tx.run(
    'UPDATE dossier_step SET was = on_date, on_date = ?, moved_by = ?, reason = ? WHERE id = ?',
    on,
    by,
    reason,
    id,
  );
}

/** A closing as its book has it. */
type ClosedRow = Pick<DossierStepRow, 'dossier' | 'on' | 'decidedBy' | 'paper'>;

/** The newest closing of a side that stands, by its day. */
export function newestClosing(db: ReadDb, side: 'arb' | 'lsi'): ClosedRow | undefined {
  return db.get<ClosedRow>(
    `SELECT dossier, on_date AS "on", decided_by AS decidedBy, paper FROM dossier_step INDEXED BY dossier_step_closed
     WHERE struck_by = '' AND code IN ('arb.close', 'lsi.close') AND code = ? ORDER BY on_date DESC, n DESC LIMIT 1`,
    `${side}.close`,
  );
}

/** The files closed in some days by steps that stand, in the order of the days, and how many there are. */
export function closedPage(
  db: ReadDb,
  {
    from,
    before,
    side,
    branch,
  }: {
    readonly from: string;
    readonly before: string;
    readonly side: 'arb' | 'lsi' | null;
    readonly branch: string | null;
  },
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly ClosedRow[] } {
  const codes = side === null ? "('arb.close', 'lsi.close')" : `('${side}.close')`;
  const here = branch === null ? '' : ' AND (SELECT branch FROM dossier WHERE dossier.id = dossier_step.dossier) = ?';
  const where = `FROM dossier_step INDEXED BY dossier_step_closed
    WHERE struck_by = '' AND code IN ('arb.close', 'lsi.close') AND on_date >= ? AND on_date < ? AND code IN ${codes}${here}`;
  const values = [from, before, ...(branch === null ? [] : [branch])];
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${where}`, ...values)?.n ?? 0;
  const rows = db.all<ClosedRow>(
    `SELECT dossier, on_date AS "on", decided_by AS decidedBy, paper ${where} ORDER BY on_date, n LIMIT ? OFFSET ?`,
    ...[...values, limit, offset],
  );
  return { total, rows };
}
