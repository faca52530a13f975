import type { WriteDb } from '#electron/store/db.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import { withoutStoringDay } from '#electron/store/tables/stored-openings.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { StoredOpening } from '#shared/protocol/receipt.ts';
import { refreshRequest } from './request-row.ts';

/** Lets our requests whose storing day a new receipt tells show the limit that runs from it. `office` is ours. */
export function noteStoredThere(
  tx: WriteDb,
  office: OfficeId,
  opened: readonly StoredOpening[],
  date: LocalDate,
): void {
  for (const id of withoutStoringDay(tx, opened)) {
    const row = findRequest(tx, id);
    if (row) refreshRequest(tx, id, { office, n: row.revision, date, heard: false });
  }
}
