import type { ReadDb, WriteDb } from '../db.ts';

/** A screen setting of this device as JSON text; not a fact and not rebuilt. */
export function readSetting(db: ReadDb, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)?.value;
}

/** Keeps a screen setting. */
export function writeSetting(tx: WriteDb, key: string, value: string): void {
  tx.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  );
}
