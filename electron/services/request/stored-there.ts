import type { ReadDb } from '#electron/store/db.ts';
import { firstReceiptNaming } from '#electron/store/tables/receipts.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import { earlier, type LocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import type { Receipt } from '#shared/protocol/receipt.ts';

/**
 * The day the executor's device stored our opening entry, as its signed receipt says: from it runs 收文登记
 * (REQ.REGISTER) until the registration itself tells. Null while no receipt names the entry.
 */
export function storedThere(db: ReadDb, partner: OfficeId, opening: EntryId): LocalDate | null {
  const receipt = firstReceiptNaming(db, partner, opening);
  if (!receipt) return null;
  // Only receipts that were read and believed are kept.
  const { opened } = JSON.parse(receipt.text) as Pick<Receipt, 'opened'>;
  const named = opened.find((one) => one.entry === opening);
  // Nobody stored a letter later than the day on which its receipt came in.
  return named ? earlier(named.on, shanghaiDate(receipt.at)) : null;
}
