import type { ReadDb, WriteDb } from '../db.ts';

/** Notes that a party with this key stands on a file, named by its place in the order of receipt. */
export function addPartyKey(tx: WriteDb, key: number, dossier: number): void {
  tx.run('INSERT INTO party_key (key, dossier) VALUES (?, ?) ON CONFLICT DO NOTHING', key, dossier);
}

/** Takes a key off a file; the caller has seen that no other party of the file has it. */
export function removePartyKey(tx: WriteDb, key: number, dossier: number): void {
  tx.run('DELETE FROM party_key WHERE key = ? AND dossier = ?', key, dossier);
}

/** The files a key stands on, the newest first, at most `limit`. */
export function dossiersWithKey(db: ReadDb, key: number, limit: number): readonly number[] {
  return db
    .all<{ n: number }>('SELECT dossier AS n FROM party_key WHERE key = ? ORDER BY dossier DESC LIMIT ?', key, limit)
    .map(({ n }) => n);
}

/** How many files a key stands on, counted up to `most`. */
export function countWithKey(db: ReadDb, key: number, most: number): number {
  const row = db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM party_key WHERE key = ? LIMIT ?)',
    ...[key, most],
  );
  return row?.n ?? 0;
}

/** Whether a key stands on a file. */
export function hasPartyKey(db: ReadDb, key: number, dossier: number): boolean {
  return db.get('SELECT 1 FROM party_key WHERE key = ? AND dossier = ?', key, dossier) !== undefined;
}
