import type { ReadDb, WriteDb } from '../db.ts';

/**
 * Facts about this database file itself.
 * - clock-right: up to which stamp a person said that the clock stood ahead, and when he said so.
 * - device: key id of the device it belongs to. incarnation: random id, new after every restore.
 * - life-began: when the device in it began, in milliseconds since 1970; missing for the first one.
 * - match-secret: keys what parties are recognised by; made with the file and copied with it.
 * - opens: how often it was opened; a lower number than the one kept outside shows an older copy.
 * - stamp: hybrid clock stamp of the newest recording of this device.
 * - scan-folder: folder the scanner of this device writes into.
 * - requests: 'read-only' after a restore until the office has taken its requests over.
 */
export type MetaKey =
  | 'clock-right'
  | 'device'
  | 'incarnation'
  | 'life-began'
  | 'match-secret'
  | 'opens'
  | 'requests'
  | 'revision'
  | 'scan-folder'
  | 'stamp';

/** Reads one fact about the file. */
export function readMeta(db: ReadDb, key: MetaKey): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
}

/** Writes one fact about the file. */
export function writeMeta(tx: WriteDb, key: MetaKey, value: string): void {
  tx.run(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
    key,
    value,
  );
}

/** Whether requests may only be read, because this is a restored copy. */
export function requestsReadOnly(db: ReadDb): boolean {
  return readMeta(db, 'requests') === 'read-only';
}
