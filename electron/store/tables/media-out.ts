import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** What was written to a medium for one office in one act. `at` in milliseconds since 1970. */
export type MediumOut = {
  readonly office: OfficeId;
  readonly at: number;
  /** What the person calls the medium; '' without a word. */
  readonly label: string;
  readonly folder: string;
  /** Our device whose stream it carried, and up to where that stream reached. */
  readonly device: DeviceId;
  readonly upTo: number;
  readonly entries: number;
  /** Packages of ours for the office that lay on the medium afterwards, and the attachments written. */
  readonly packages: number;
  readonly files: number;
  readonly bytes: number;
  readonly print: string;
  /** The last receipt of the office that was here by then: only later ones can be about this. */
  readonly after: number;
};

/** One with its number. */
export type NumberedMedium = MediumOut & { readonly n: number };

const columns = 'office, at, label, folder, device, up_to, entries, packages, files, bytes, print, after_n';
const selected = `n, ${columns.replace('up_to', 'up_to AS upTo').replace('after_n', 'after_n AS after')}`;

/** Remembers what was written; answers its number. */
export function keepMedium(tx: WriteDb, medium: Omit<MediumOut, 'after'>): number {
  const { office, at, label, folder, device, upTo, entries, packages, files, bytes, print } = medium;
  return tx.run(
    `INSERT INTO medium_out (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
       (SELECT coalesce(max(n), 0) FROM receipt_in WHERE office = ?))`,
    ...[office, at, label, folder, device, upTo, entries, packages, files, bytes, print, office],
  ).rowid;
}

/** What was written, the newest first. */
export function mediaOut(db: ReadDb, limit: number): readonly NumberedMedium[] {
  return db.all(`SELECT ${selected} FROM medium_out ORDER BY n DESC LIMIT ?`, limit);
}

/** One of them. */
export function mediumOut(db: ReadDb, n: number): NumberedMedium | undefined {
  return db.get(`SELECT ${selected} FROM medium_out WHERE n = ?`, n);
}

/** The first receipt that covers all a medium carried; `at` when it came in, in milliseconds since 1970. */
export function receiptCovering(db: ReadDb, medium: MediumOut): { number: number; at: number } | undefined {
  const sql = `SELECT number, at FROM receipt_in WHERE office = ? AND n > ?
    AND json_extract(text, '$.stream') = ? AND json_extract(text, '$.upTo') >= ? ORDER BY n LIMIT 1`;
  return db.get(sql, medium.office, medium.after, medium.device, medium.upTo);
}
