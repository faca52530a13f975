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

/** Sets bytes aside; the same bytes are kept once. */
export function setAside(tx: WriteDb, item: Quarantined, bytes: Uint8Array): void {
  tx.run(
    `INSERT INTO quarantine (id, at, code, source, size, bytes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code`,
    item.id,
    item.at,
    item.code,
    item.source,
    item.size,
    bytes,
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
