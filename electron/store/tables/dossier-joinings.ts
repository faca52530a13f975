import type { DossierId, EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A decision and the paper it stands on. */
export type JoiningDecision = { readonly ground: string; readonly decidedBy: string; readonly paper: string };

/** A file joined to another that leads. Empty texts: not parted, not struck. */
export type JoiningRow = JoiningDecision & {
  /** The entry that joined them. */
  readonly id: EntryId;
  readonly n: number;
  readonly lead: DossierId;
  readonly other: DossierId;
  readonly on: string;
  readonly partedOn: string;
  readonly partGround: string;
  readonly partDecidedBy: string;
  readonly partPaper: string;
  readonly struckBy: string;
  readonly struckReason: string;
};

const columns = `id, n, lead, other, on_date AS "on", ground, decided_by AS decidedBy, paper, parted_on AS partedOn,
  part_ground AS partGround, part_decided_by AS partDecidedBy, part_paper AS partPaper, struck_by AS struckBy,
  struck_reason AS struckReason`;

/** Every joining a file was ever part of, in the order they were recorded. */
export function joiningsOf(db: ReadDb, dossier: DossierId): readonly JoiningRow[] {
  return db.all<JoiningRow>(
    `SELECT ${columns} FROM dossier_joining WHERE lead = ? OR other = ? ORDER BY n`,
    ...[dossier, dossier],
  );
}

/** The number of the file that leads one now; null when it is joined to none. */
export function leadNumber(db: ReadDb, dossier: DossierId): string | null {
  const row = db.get<{ number: string }>(
    `SELECT coalesce(d.case_no, d.window_no) AS number FROM dossier_joining AS j JOIN dossier AS d ON d.id = j.lead
     WHERE j.other = ? AND j.parted_on = '' AND j.struck_by = ''`,
    dossier,
  );
  return row?.number ?? null;
}

/** Keeps a joining. */
export function addJoining(
  tx: WriteDb,
  row: Pick<JoiningRow, 'id' | 'n' | 'lead' | 'other' | 'on' | keyof JoiningDecision>,
): void {
  tx.run(
    `INSERT INTO dossier_joining (id, n, lead, other, on_date, ground, decided_by, paper, parted_on, part_ground,
       part_decided_by, part_paper, struck_by, struck_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '')
     ON CONFLICT (id) DO NOTHING`,
    ...[row.id, row.n, row.lead, row.other, row.on, row.ground, row.decidedBy, row.paper],
  );
}

/** Notes that files joined are heard apart again from a day on; '' as the day takes that back. */
export function partJoining(tx: WriteDb, id: string, on: string, said: JoiningDecision): void {
  tx.run(
    'UPDATE dossier_joining SET parted_on = ?, part_ground = ?, part_decided_by = ?, part_paper = ? WHERE id = ?',
    ...[on, said.ground, said.decidedBy, said.paper, id],
  );
}

/** Strikes a joining; it stays on record with the entry that struck it and the reason. Empty texts take that back. */
export function strikeJoining(tx: WriteDb, id: string, by: EntryId | '', reason: string): void {
  tx.run('UPDATE dossier_joining SET struck_by = ?, struck_reason = ? WHERE id = ?', by, reason, id);
}
