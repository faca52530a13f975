import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { readMeta, requestsReadOnly, writeMeta } from '#electron/store/tables/meta.ts';
import type { UserId } from '#shared/base/ids.ts';

const mark = 'taken-over ';

/** Who said that this device takes the requests of the office over; undefined while nobody has. */
export function consentOf(db: ReadDb): UserId | undefined {
  const said = readMeta(db, 'requests');
  // Written by giveConsent below.
  return said?.startsWith(mark) ? (said.slice(mark.length) as UserId) : undefined;
}

/** Keeps that a person lets this device take the requests over. It counts until the data begins another life. */
export function giveConsent(tx: WriteDb, by: UserId): void {
  writeMeta(tx, 'requests', `${mark}${by}`);
}

/** Whether this data began a new life and nobody has let its device take the requests over yet. */
export function awaitsConsent(db: ReadDb): boolean {
  return requestsReadOnly(db);
}
