import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import type { Receipt } from '#shared/protocol/receipt.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { keepStoredOpenings } from './stored-openings.ts';

/** A signed receipt as text and signature. */
export type SignedText = { readonly text: string; readonly signature: string };

/** A partner's receipt for our stream, kept for good: it is the proof of delivery. `at` in milliseconds since 1970. */
export type ReceiptIn = SignedText & {
  readonly office: OfficeId;
  /** The partner's device that signed it. */
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly number: number;
  readonly at: number;
};

const inColumns = 'office, device, incarnation, number, text, signature, at';

/** Keeps a verified receipt of a partner, and the storing days it tells; the same receipt is kept once. Answers whether it was new. */
export function keepReceiptIn(tx: WriteDb, receipt: ReceiptIn): boolean {
  const { changes } = tx.run(
    `INSERT INTO receipt_in (${inColumns}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    receipt.office,
    receipt.device,
    receipt.incarnation,
    receipt.number,
    receipt.text,
    receipt.signature,
    receipt.at,
  );
  // Only receipts that were read and believed are kept.
  const { opened } = JSON.parse(receipt.text) as Pick<Receipt, 'opened'>;
  keepStoredOpenings(tx, receipt.office, opened, shanghaiDate(receipt.at));
  return changes === 1;
}

/** Forgets a receipt that a later one with the same position replaces. */
export function dropReceiptIn(tx: WriteDb, receipt: ReceiptIn): void {
  const { office, device, incarnation, number } = receipt;
  const sql = 'DELETE FROM receipt_in WHERE office = ? AND device = ? AND incarnation = ? AND number = ?';
  tx.run(sql, office, device, incarnation, number);
}

/** The receipt with the highest number of the newest incarnation heard of an office's signing device. */
export function latestReceiptIn(db: ReadDb, office: OfficeId, device: DeviceId): ReceiptIn | undefined {
  return db.get(
    `SELECT ${inColumns} FROM receipt_in WHERE office = ? AND device = ? AND incarnation =
       (SELECT incarnation FROM receipt_in WHERE office = ? AND device = ? ORDER BY n DESC LIMIT 1)
     ORDER BY number DESC LIMIT 1`,
    office,
    device,
    office,
    device,
  );
}

/** All receipts of an office, newest first: the proof shown to a person. */
export function receiptsIn(db: ReadDb, office: OfficeId, limit = 100): readonly ReceiptIn[] {
  return db.all(`SELECT ${inColumns} FROM receipt_in WHERE office = ? ORDER BY n DESC LIMIT ?`, office, limit);
}

/** A receipt of ours for one device's stream; the newest replaces what was not yet given to a carrier. */
export type ReceiptOut = SignedText & {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly number: number;
  readonly at: number;
  readonly givenAt: number | null;
};

const outColumns = 'office, device, number, text, signature, at, given_at AS givenAt';

/** How many of our own receipts for one stream are kept: each says all that those before it said. */
const keptOut = 20;

/** Keeps a receipt of ours before it is given to a carrier, and forgets old ones. */
export function keepReceiptOut(tx: WriteDb, receipt: ReceiptOut): void {
  tx.run(
    `INSERT INTO receipt_out (office, device, number, text, signature, at, given_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (office, device, number) DO NOTHING`,
    receipt.office,
    receipt.device,
    receipt.number,
    receipt.text,
    receipt.signature,
    receipt.at,
    receipt.givenAt,
  );
  const old = 'DELETE FROM receipt_out WHERE office = ? AND device = ? AND number <= ?';
  tx.run(old, receipt.office, receipt.device, receipt.number - keptOut);
}

/** Our newest receipt for one device's stream. */
export function latestReceiptOut(db: ReadDb, office: OfficeId, device: DeviceId): ReceiptOut | undefined {
  return db.get(
    `SELECT ${outColumns} FROM receipt_out WHERE office = ? AND device = ? ORDER BY number DESC LIMIT 1`,
    office,
    device,
  );
}

/** The newest receipt we made for an office, about whichever of its devices. */
export function newestReceiptOut(db: ReadDb, office: OfficeId): ReceiptOut | undefined {
  return db.get(`SELECT ${outColumns} FROM receipt_out WHERE office = ? ORDER BY n DESC LIMIT 1`, office);
}

/** Notes that a carrier took a receipt of ours. */
export function noteReceiptGiven(tx: WriteDb, receipt: ReceiptOut, at: number): void {
  tx.run(
    'UPDATE receipt_out SET given_at = ? WHERE office = ? AND device = ? AND number = ?',
    at,
    receipt.office,
    receipt.device,
    receipt.number,
  );
}

/** When the newest receipt of an office was taken in, in milliseconds since 1970; undefined before the first. */
export function lastHeardAt(db: ReadDb, office: OfficeId): number | undefined {
  const row = db.get<{ at: number | null }>('SELECT max(at) AS at FROM receipt_in WHERE office = ?', office);
  return row?.at ?? undefined;
}
