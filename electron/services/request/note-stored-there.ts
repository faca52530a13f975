import type { WriteDb } from '#electron/store/db.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { readChainId } from '#shared/protocol/chain-id.ts';
import type { StoredOpening } from '#shared/protocol/receipt.ts';
import { refreshRequest } from './request-row.ts';

/** Lets our requests whose storing day a new receipt tells show the limit that runs from it. `office` is ours. */
export function noteStoredThere(
  tx: WriteDb,
  office: OfficeId,
  opened: readonly StoredOpening[],
  date: LocalDate,
): void {
  for (const { entry } of opened) {
    const chain = readChainId(findEntry(tx, entry)?.parsed.chain ?? '');
    const row = chain?.type === 'request' ? findRequest(tx, chain.request) : undefined;
    if (!row || row.direction !== 'out' || row.storedOn !== null) continue;
    refreshRequest(tx, row.id, { office, n: row.revision, date, heard: false });
  }
}
