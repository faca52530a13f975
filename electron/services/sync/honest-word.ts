import type { ReadDb } from '#electron/store/db.ts';
import { findLink } from '#electron/store/tables/links.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { pastPlaces } from '#electron/store/tables/past-streams.ts';
import { streamPlace } from '#electron/store/tables/streams.ts';
import type { EntryId, OfficeId } from '#shared/base/ids.ts';
import { type HonestWord, honestWord as wordFor } from '#shared/domain/assist/honest-word.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';

/** What the partner's own entries prove of an entry of ours. */
export type Proven = { readonly seen: boolean; readonly opened: boolean };

const nothing: Proven = { seen: false, opened: false };

/**
 * Whether an entry of ours that this device never sent lies with the partner: the partner brought it itself, or it had
 * signed for it to a device that wrote this data before. What it had not signed for was sent anew once it had answered.
 */
function wasHeldBefore(db: ReadDb, partner: OfficeId, entry: EntryId): boolean {
  if (readMeta(db, 'life-began') === undefined) return false;
  const places = pastPlaces(db, partner, entry);
  const asked = findLink(db, partner)?.asking?.streams;
  const agreed = new Map(asked?.map(({ stream, above }) => [stream, above]));
  return asked === undefined || places.length === 0 || places.some(({ device, n }) => n <= (agreed.get(device) ?? 0));
}

/** How far an own entry has provably got on its way to a partner: 仅本机, 已发出, 对方已签收, 已阅. */
export function honestWord(db: ReadDb, partner: OfficeId, entry: EntryId, proven: Proven = nothing): HonestWord {
  const n = streamPlace(db, partner, entry) ?? null;
  if (n === null) {
    const seen = proven.seen || wasHeldBefore(db, partner, entry);
    return wordFor({ n, given: 0, receipted: 0, ...proven, seen });
  }
  const link = findLink(db, partner);
  return wordFor({ n, given: link?.given ?? 0, receipted: link ? receiptedUpTo(link) : 0, ...proven });
}
