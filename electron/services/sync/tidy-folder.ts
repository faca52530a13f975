import type { Transport } from '#electron/exchange/transport.ts';
import { filesWithChunk, fileWasDescribedBy } from '#electron/store/tables/files.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { linkOf } from './link-of.ts';
import { standingOf, wordOfPartner } from './partner-word.ts';
import type { Exchange } from './run-step.ts';

/** Answers, each file looked at once, how it stands with a partner. */
function standingWith(exchange: Exchange, partner: OfficeId): (file: ManifestId) => ReturnType<typeof standingOf> {
  const { db } = exchange.open.store;
  const word = wordOfPartner(db, partner);
  const upTo = receiptedUpTo(linkOf(db, partner, exchange.random));
  const known = new Map<ManifestId, ReturnType<typeof standingOf>>();
  return (file) => {
    const standing = known.get(file) ?? standingOf(db, partner, word, upTo, file);
    known.set(file, standing);
    return standing;
  };
}

/**
 * Takes chunks of ours back from a folder. One goes when every partner of this folder that was told of a file with it has
 * signed for an entry that names the file and misses nothing of it. Whatever a partner of the same folder
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
  const standings = partners.map((partner) => standingWith(exchange, partner));
  const done = lying.value.filter((hash) => {
    const files = filesWithChunk(db, hash);
    if (files.some((file) => partners.some((partner) => fileWasDescribedBy(db, file, partner)))) return false;
    const found = files.flatMap((file) => standings.map((standing) => standing(file)));
    return found.includes('held') && !found.includes('open');
  });
  for (const hash of done) {
    const gone = await transport.takeBackChunk(hash);
    if (!gone.ok) return false;
  }
  return true;
}
