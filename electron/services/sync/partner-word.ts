import type { ReadDb } from '#electron/store/db.ts';
import { grantsOf } from '#electron/store/tables/entry-files.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import type { EntryId, ManifestId, OfficeId } from '#shared/base/ids.ts';
import { mostListed, type Range, readReceipt } from '#shared/protocol/receipt.ts';
import { writeDocument } from '#shared/protocol/signed-document.ts';

/** What the newest receipt of a partner that we believed says of our files. */
export type PartnerWord = {
  /** Tells this word from every other one; '' before the first. */
  readonly signature: string;
  /** Parts it lacks, by the file. */
  readonly missing: ReadonlyMap<ManifestId, readonly Range[]>;
  /** Entries it could not take or not read: what they say of a file did not reach it. */
  readonly unread: ReadonlySet<EntryId>;
  /** It may leave out what no longer fitted into its lists, and so proves nothing of what it does not name. */
  readonly silent: boolean;
};

/** The partner's newest word on our files. */
export function wordOfPartner(db: ReadDb, partner: OfficeId): PartnerWord {
  const newest = receiptsIn(db, partner, 1)[0];
  const read = newest && readReceipt(writeDocument('xieban-receipt-v1', newest));
  const receipt = read?.ok ? read.value.receipt : undefined;
  const lists = receipt ? [receipt.missing, receipt.rejected, receipt.notUnderstood] : [];
  return {
    signature: newest?.signature ?? '',
    missing: new Map(receipt?.missing.map(({ manifest, chunks }) => [manifest, chunks])),
    unread: new Set([...(receipt?.rejected ?? []), ...(receipt?.notUnderstood ?? [])]),
    silent: !receipt || lists.some(({ length }) => length >= mostListed),
  };
}

/**
 * How a file stands with a partner that signed for our stream up to `upTo`: it was never told of it; it holds all of it,
 * since it knows of it and misses nothing; or that is open.
 */
export function standingOf(
  db: ReadDb,
  partner: OfficeId,
  word: PartnerWord,
  upTo: number,
  file: ManifestId,
): 'not-told' | 'open' | 'held' {
  const grants = grantsOf(db, partner, file);
  if (grants.length === 0) return 'not-told';
  if (word.silent || word.missing.has(file)) return 'open';
  return grants.some(({ n, entry }) => n <= upTo && !word.unread.has(entry)) ? 'held' : 'open';
}
