import type { EntryId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** A change of the calendar or the rules of this office, from its proposal on. */
export type LawChangeRow = {
  /** The entry that proposed it. */
  readonly id: EntryId;
  /** Number of that entry in the order of arrival. */
  readonly n: number;
  /** 'calendar/<year>' or 'rules/office/<rule id>'. */
  readonly slot: string;
  /** The change that was in force in the slot when this one was proposed; '' when what ships was. */
  readonly base: EntryId | '';
  /** Canonical JSON of what comes into force; '' for what ships. */
  readonly content: string;
  readonly reason: string;
  readonly state: 'open' | 'confirmed' | 'dropped';
  readonly proposedBy: string;
  /** Stamp of the recording. */
  readonly proposedAt: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly decidedWhy: string;
};

const columns = `id, n, slot, base, content, reason, state, proposed_by AS proposedBy, proposed_at AS proposedAt,
  decided_by AS decidedBy, decided_at AS decidedAt, decided_why AS decidedWhy`;

/** One change. */
export function findLawChange(db: ReadDb, id: string): LawChangeRow | undefined {
  return db.get<LawChangeRow>(`SELECT ${columns} FROM law_change WHERE id = ?`, id);
}

/** The changes of slots that begin with `slots`, newest first. */
export function lawChanges(
  db: ReadDb,
  slots: string,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly LawChangeRow[] } {
  const where = 'FROM law_change WHERE substr(slot, 1, ?) = ?';
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${where}`, slots.length, slots)?.n ?? 0;
  const rows = db.all<LawChangeRow>(
    `SELECT ${columns} ${where} ORDER BY n DESC LIMIT ? OFFSET ?`,
    ...[slots.length, slots, limit, offset],
  );
  return { total, rows };
}

/** Adds a proposal. */
export function addLawChange(tx: WriteDb, row: LawChangeRow): void {
  tx.run(
    `INSERT INTO law_change (id, n, slot, base, content, reason, state, proposed_by, proposed_at, decided_by, decided_at,
       decided_why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.id, row.n, row.slot, row.base, row.content, row.reason, row.state, row.proposedBy, row.proposedAt],
    ...[row.decidedBy, row.decidedAt, row.decidedWhy],
  );
}

/** Notes what became of an open proposal. */
export function decideLawChange(
  tx: WriteDb,
  id: string,
  decided: Pick<LawChangeRow, 'state' | 'decidedBy' | 'decidedAt' | 'decidedWhy'>,
): void {
  tx.run(
    `UPDATE law_change SET state = ?, decided_by = ?, decided_at = ?, decided_why = ? WHERE id = ? AND state = 'open'`,
    ...[decided.state, decided.decidedBy, decided.decidedAt, decided.decidedWhy, id],
  );
}

/** The proposal nobody has decided yet for a slot. */
export function openLawChange(db: ReadDb, slot: string): LawChangeRow | undefined {
  return db.get<LawChangeRow>(`SELECT ${columns} FROM law_change WHERE slot = ? AND state = 'open'`, slot);
}
