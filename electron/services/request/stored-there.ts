import type { ReadDb } from '#electron/store/db.ts';
import { storedOpeningOn } from '#electron/store/tables/stored-openings.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';

/**
 * The day the executor's device stored our opening entry, as its signed receipt says: from it runs 收文登记
 * (REQ.REGISTER) until the registration itself tells. Null while no receipt names the entry.
 */
export function storedThere(db: ReadDb, partner: OfficeId, opening: EntryId): LocalDate | null {
  return storedOpeningOn(db, partner, opening) ?? null;
}
