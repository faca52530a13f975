import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { streamPlace } from '#electron/store/tables/streams.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import { type HonestWord, honestWord as wordFor } from '#shared/domain/assist/honest-word.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';

/** What the partner's own entries prove of an entry of ours. */
export type Proven = { readonly seen: boolean; readonly opened: boolean };

const nothing: Proven = { seen: false, opened: false };

/** How far an own entry has provably got on its way to a partner: 仅本机, 已发出, 对方已签收, 已阅. */
export function honestWord(db: ReadDb, partner: OfficeId, entry: EntryId, proven: Proven = nothing): HonestWord {
  const n = streamPlace(db, partner, entry) ?? null;
  const link = n === null ? undefined : findLink(db, partner);
  return wordFor({ n, given: link?.given ?? 0, receipted: link ? receiptedUpTo(link) : 0, ...proven });
}
