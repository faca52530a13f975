import type { ReadDb, WriteDb } from '../db.ts';

/** Something that arrived and could not be used, kept as it came. */
export type Quarantined = {
  /** Hex hash of the bytes. */
  readonly id: string;
  /** When it was set aside, in milliseconds since 1970. */
  readonly at: number;
  /** Why: a failure code. */
  readonly code: string;
  /** Where it came from: a transport and an office code. */
  readonly source: string;
  /** Bytes. */
  readonly size: number;
};

/** What may be kept aside: whoever reaches a shared folder could fill our disk with rubbish otherwise. */
export type QuarantineRoom = { readonly items: number; readonly bytes: number };

const room: QuarantineRoom = { items: 10_000, bytes: 268_435_456 };

/**
 * Sets bytes aside; the same bytes are kept once. Beyond the room for bytes only what they were is noted, beyond the room
 * for items nothing: what lies with a carrier stays there, and a partner sends again what no receipt covers.
 */
export function setAside(tx: WriteDb, item: Quarantined, bytes: Uint8Array, most = room): void {
  const sql = 'SELECT count(*) AS items, coalesce(sum(size), 0) AS bytes FROM quarantine WHERE bytes IS NOT NULL';
  const kept = tx.get<QuarantineRoom>(sql) ?? { items: 0, bytes: 0 };
  const all = tx.get<{ n: number }>('SELECT count(*) AS n FROM quarantine')?.n ?? 0;
  if (all >= most.items && !isQuarantined(tx, item.id)) return;
  tx.run(
    `INSERT INTO quarantine (id, at, code, source, size, bytes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code`,
    item.id,
    item.at,
    item.code,
    item.source,
    item.size,
    kept.bytes + bytes.length > most.bytes ? null : bytes,
  );
}

/** What was set aside, newest first. */
export function listQuarantine(db: ReadDb, limit = 200): readonly Quarantined[] {
  return db.all('SELECT id, at, code, source, size FROM quarantine ORDER BY n DESC LIMIT ?', limit);
}

/** Whether these bytes were set aside before. */
export function isQuarantined(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 FROM quarantine WHERE id = ?', id) !== undefined;
}

/** The bytes that were set aside, for trying again (an office whose card has been added since). */
export function quarantinedBytes(db: ReadDb, id: string): Uint8Array | undefined {
  return db.get<{ bytes: Uint8Array | null }>('SELECT bytes FROM quarantine WHERE id = ?', id)?.bytes ?? undefined;
}

/** Ids of what was set aside for one reason from one source, oldest first. */
export function quarantinedFor(db: ReadDb, code: string, source: string): readonly string[] {
  const rows = db.all<{ id: string }>(
    'SELECT id FROM quarantine WHERE code = ? AND source = ? ORDER BY n',
    code,
    source,
  );
  return rows.map((row) => row.id);
}

/** Takes something out again once it could be used after all. */
export function releaseQuarantined(tx: WriteDb, id: string): void {
  tx.run('DELETE FROM quarantine WHERE id = ?', id);
}
