import type { Transport } from '#electron/exchange/transport.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { filesWithChunk, fileWasDescribedBy } from '#electron/store/tables/files.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import { grantsInStream } from '#electron/store/tables/streams.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { mostListed, readReceipt } from '#shared/protocol/receipt.ts';
import { writeDocument } from '#shared/protocol/signed-document.ts';
import type { Exchange } from './run-step.ts';

/** What one partner's stream says of a file: not for it, not yet signed for, or whole on its side. */
type Standing = 'not-granted' | 'open' | 'covered';

/** Answers how a file stands with a partner, by the newest receipt of it that we believed. */
function standingWith(db: ReadDb, exchange: Exchange, partner: OfficeId): (file: ManifestId) => Standing {
  const grants = grantsInStream(db, partner);
  const newest = receiptsIn(db, partner, 1)[0];
  const read = newest && readReceipt(writeDocument('xieban-receipt-v1', newest));
  const receipt = read?.ok && read.value.receipt.stream === exchange.open.device ? read.value.receipt : undefined;
  const unread = new Set([...(receipt?.rejected ?? []), ...(receipt?.notUnderstood ?? [])]);
  const missing = new Set(receipt?.missing.map(({ manifest }) => manifest));
  // A full list may leave out what no longer fits: it proves nothing of what it does not name.
  const lists = receipt ? [receipt.missing, receipt.rejected, receipt.notUnderstood] : [];
  const silent = !receipt || lists.some(({ length }) => length >= mostListed);
  return (file) => {
    const named = grants.get(file);
    if (!named) return 'not-granted';
    if (silent || missing.has(file)) return 'open';
    return named.every(({ n, entry }) => n <= receipt.upTo && !unread.has(entry)) ? 'covered' : 'open';
  };
}

/**
 * Takes chunks of ours back from a folder. One goes when every partner of this folder that was told of a file with it has
 * signed for every entry that names the file and no longer misses the file. Whatever a partner of the same folder
 * described to us is theirs to take back; the files of a withdrawn request lie until they are signed for like any other.
 * A partner that comes to lack a chunk later asks for it, and it is handed over again. Answers whether all went well.
 */
export async function tidyFolder(
  exchange: Exchange,
  transport: Transport,
  partners: readonly OfficeId[],
): Promise<boolean> {
  const lying = await transport.lyingChunks();
  if (!lying.ok) return false;
  if (lying.value.length === 0) return true;
  const { db } = exchange.open.store;
  const standings = partners.map((partner) => standingWith(db, exchange, partner));
  const done = lying.value.filter((hash) => {
    const files = filesWithChunk(db, hash);
    if (files.some((file) => partners.some((partner) => fileWasDescribedBy(db, file, partner)))) return false;
    const found = files.flatMap((file) => standings.map((standing) => standing(file)));
    return found.includes('covered') && !found.includes('open');
  });
  for (const hash of done) {
    const gone = await transport.takeBackChunk(hash);
    if (!gone.ok) return false;
  }
  return true;
}
