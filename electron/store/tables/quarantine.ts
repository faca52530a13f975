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

/** Something set aside as a list shows it. */
export type Aside = Quarantined & {
  /** Whether the bytes themselves are kept. */
  readonly kept: boolean;
  /** Why a person said that nothing more is to be done; null while nobody did. */
  readonly settled: string | null;
};

/** What may be kept aside: whoever reaches a shared folder could fill our disk with rubbish otherwise. */
export type QuarantineRoom = { readonly items: number; readonly bytes: number };

const room: QuarantineRoom = { items: 10_000, bytes: 268_435_456 };

function keptBytes(db: ReadDb): number {
  const sql = 'SELECT coalesce(sum(size), 0) AS bytes FROM quarantine WHERE bytes IS NOT NULL';
  return db.get<{ bytes: number }>(sql)?.bytes ?? 0;
}

/** Whether there is room for bytes, once the bytes of what a person settled make room where that is needed. */
function hasRoom(tx: WriteDb, size: number, most: number): boolean {
  if (keptBytes(tx) + size <= most) return true;
  tx.run('UPDATE quarantine SET bytes = NULL WHERE settled IS NOT NULL');
  return keptBytes(tx) + size <= most;
}

/**
 * Sets bytes aside; the same bytes are kept once. Beyond the room for bytes only what they were is noted, beyond the room
 * for items nothing: a folder keeps what lies there, a server does not, and a partner sends again what no receipt covers.
 */
export function setAside(tx: WriteDb, item: Quarantined, bytes: Uint8Array, most = room): void {
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
    hasRoom(tx, bytes.length, most.bytes) ? bytes : null,
  );
}

const columns = 'id, at, code, source, size, bytes IS NOT NULL AS kept, settled';

type AsideRow = Omit<Aside, 'kept'> & { readonly kept: number };

/** What was set aside: what nobody settled before the rest, newest first. */
export function listQuarantine(db: ReadDb, limit = 200): readonly Aside[] {
  const sql = `SELECT ${columns} FROM quarantine ORDER BY settled IS NOT NULL, n DESC LIMIT ?`;
  return db.all<AsideRow>(sql, limit).map((row) => ({ ...row, kept: row.kept === 1 }));
}

/** One thing that was set aside. */
export function findQuarantined(db: ReadDb, id: string): Aside | undefined {
  const row = db.get<AsideRow>(`SELECT ${columns} FROM quarantine WHERE id = ?`, id);
  return row && { ...row, kept: row.kept === 1 };
}

/** Notes why nothing more is to be done about something set aside. */
export function settleQuarantined(tx: WriteDb, id: string, reason: string): void {
  tx.run('UPDATE quarantine SET settled = ? WHERE id = ?', reason, id);
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
