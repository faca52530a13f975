import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { streamPlace } from '#electron/store/tables/streams.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';

/** 仅本机, 已发出 (a carrier took it), 对方已签收 (within the partner's signed receipt). */
export type SentWord = 'local' | 'sent' | 'receipted';

/** How far an own entry has provably got on its way to a partner. */
export function honestWord(db: ReadDb, partner: OfficeId, entry: EntryId): SentWord {
  const place = streamPlace(db, partner, entry);
  const link = place === undefined ? undefined : findLink(db, partner);
  if (place === undefined || !link) return 'local';
  if (place <= receiptedUpTo(link)) return 'receipted';
  return place <= link.given ? 'sent' : 'local';
}
