import type { ChainId, EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/**
 * Why an entry is kept outside its chain: an earlier one is missing; it failed its check; another entry has its
 * number; it was written under a pen that had been taken over.
 */
export type HeldState = 'waiting' | 'rejected' | 'fork' | 'orphan';

/** An entry kept as it came. `reason` is a code. */
export type HeldEntry = {
  readonly id: EntryId;
  readonly chain: ChainId;
  readonly seq: number;
  readonly header: string;
  readonly signature: string;
  readonly body: string | undefined;
  readonly state: HeldState;
  readonly reason: string;
  /** The office whose stream brought it. */
  readonly office: OfficeId;
  readonly date: LocalDate;
};

type HeldRow = Omit<HeldEntry, 'body'> & { readonly body: string | null };

const columns = 'id, chain, seq, header, signature, body, state, reason, office, date';

function toHeld(row: HeldRow): HeldEntry {
  return { ...row, body: row.body ?? undefined };
}

/** Keeps an entry outside its chain; keeping it again changes only its state and reason. */
export function holdEntry(tx: WriteDb, held: HeldEntry): void {
  tx.run(
    `INSERT INTO held_entry (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason`,
    held.id,
    held.chain,
    held.seq,
    held.header,
    held.signature,
    held.body ?? null,
    held.state,
    held.reason,
    held.office,
    held.date,
  );
}

/** The kept entry with this id. */
export function heldEntry(db: ReadDb, id: EntryId): HeldEntry | undefined {
  const row = db.get<HeldRow>(`SELECT ${columns} FROM held_entry WHERE id = ?`, id);
  return row && toHeld(row);
}

/** The kept entries of a chain by number. Only what waits comes with its body: nothing else will be taken in from here. */
export function heldOfChain(db: ReadDb, chain: ChainId): readonly HeldEntry[] {
  const rows = db.all<HeldRow>(
    `SELECT id, chain, seq, header, signature, CASE state WHEN 'waiting' THEN body END AS body, state, reason, office, date
     FROM held_entry WHERE chain = ? ORDER BY seq, n`,
    chain,
  );
  return rows.map(toHeld);
}

/** Ids of the kept entries that an office's streams brought, of one state, newest first, at most `limit`. */
export function heldFromOffice(db: ReadDb, office: OfficeId, state: HeldState, limit: number): readonly EntryId[] {
  const sql = 'SELECT id FROM held_entry WHERE office = ? AND state = ? ORDER BY n DESC LIMIT ?';
  return db.all<{ id: EntryId }>(sql, office, state, limit).map(({ id }) => id);
}

/** Takes an entry out again, when it has become part of its chain. */
export function releaseHeld(tx: WriteDb, id: EntryId): void {
  tx.run('DELETE FROM held_entry WHERE id = ?', id);
}

/** Gives everything kept beside a chain in one of these states another state and reason. */
export function regradeHeld(
  tx: WriteDb,
  chain: ChainId,
  from: readonly HeldState[],
  to: { readonly state: HeldState; readonly reason: string },
): void {
  for (const state of from) {
    const sql = 'UPDATE held_entry SET state = ?, reason = ? WHERE chain = ? AND state = ?';
    tx.run(sql, to.state, to.reason, chain, state);
  }
}

/** Notes what became of an orphan, by a code. */
export function settleOrphan(tx: WriteDb, id: EntryId, reason: string): void {
  tx.run("UPDATE held_entry SET reason = ? WHERE id = ? AND state = 'orphan'", reason, id);
}

/** Orphans of every request, or of one, newest first, at most `limit`. */
export function orphansKept(db: ReadDb, request: string | null, limit: number): readonly HeldEntry[] {
  const rows = db.all<HeldRow>(
    `SELECT ${columns} FROM held_entry WHERE state = 'orphan' AND chain LIKE ? ORDER BY n DESC LIMIT ?`,
    ...[`request/${request ?? '%'}/_`, limit],
  );
  return rows.map(toHeld);
}

/** How many orphans wait for a person: neither written anew nor found to be needed no more. */
export function orphansWaiting(db: ReadDb): number {
  const sql = "SELECT count(*) AS n FROM held_entry WHERE state = 'orphan' AND reason IN ('taken-over', 'displaced')";
  return db.get<{ n: number }>(sql)?.n ?? 0;
}
