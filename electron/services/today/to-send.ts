import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { allPartners } from '#electron/store/tables/partners.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';

/** How many facts are only here (仅本机) and how many a carrier took without the partner's receipt (已发出). */
export type ToSend = { readonly local: number; readonly sent: number };

/** Totals over all partners. */
export function toSend(db: ReadDb): ToSend {
  let local = 0;
  let sent = 0;
  for (const { office } of allPartners(db)) {
    const link = findLink(db, office);
    if (!link) continue;
    const receipted = receiptedUpTo(link);
    const given = Math.max(link.given, receipted);
    local += Math.max(0, link.out.n - given);
    sent += given - receipted;
  }
  return { local, sent };
}
