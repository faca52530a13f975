import type { Transport } from '#electron/exchange/transport.ts';
import { receiveChunk } from '#electron/store/chunks/received.ts';
import { release } from '#electron/store/chunks/release.ts';
import { isChunkWanted, missingChunks } from '#electron/store/tables/files.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { chunkCipher } from '../file/grants.ts';
import { type Allowance, isSpent } from './allowance.ts';
import { filesToFetch } from './files-due.ts';
import type { Exchange } from './run-step.ts';
import { carrierFailure } from './send.ts';

/** What fetching brought. `more`: something is left that may be fetched at once. */
export type Fetched = {
  readonly chunks: readonly string[];
  readonly whole: readonly ManifestId[];
  readonly bytes: number;
  readonly more: boolean;
};

/** How much may be fetched: an allowance leaves out what a person paused; by hand, from a medium, all of it comes. */
export type Fetching = Allowance | 'by-hand';

type Came = { readonly size: number; readonly whole: readonly ManifestId[] };

/** Fetches and stores one chunk; undefined when it is not there, damaged, or not wanted any more. */
async function fetchOne(
  { open }: Exchange,
  transport: Transport,
  partner: OfficeId,
  hash: string,
): Promise<Result<Came | undefined, Failure>> {
  const chunk = await transport.getChunk(partner, hash);
  if (!chunk.ok) return err(carrierFailure(chunk.error));
  if (!chunk.value) return ok(undefined);
  const received = await receiveChunk(open.store, hash, chunk.value, chunkCipher(open.suite));
  const size = chunk.value.length;
  release(chunk.value);
  // Asked for again by the next receipt.
  if (!received.ok && received.error.code === 'chunk-damaged') await transport.chunkDamaged(partner, hash);
  if (!received.ok) return ok(undefined);
  await transport.chunkTaken(partner, hash);
  return ok({ size, whole: received.value.whole });
}

/**
 * Fetches the chunks we lack of files a partner described to us, as far as the carrier has them and the allowance goes, file
 * by file in their turn. A chunk is stored before the next one is read, so memory stays bounded.
 */
export async function fetchFiles(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  fetching: Fetching,
): Promise<Result<Fetched, Failure>> {
  const { db } = exchange.open.store;
  const chunks: string[] = [];
  const whole: ManifestId[] = [];
  let bytes = 0;
  for (const { manifest, paused } of filesToFetch(db, partner)) {
    if (paused && fetching !== 'by-hand') continue;
    const wanted = missingChunks(db, manifest);
    const there = await transport.chunksFrom(partner, wanted);
    if (!there.ok) return err(carrierFailure(there.error));
    for (const hash of wanted.filter((one) => there.value.has(one))) {
      // Another way may have brought it while this one was waiting for the last.
      if (!isChunkWanted(db, hash)) continue;
      if (fetching !== 'by-hand' && isSpent(exchange, fetching)) return ok({ chunks, bytes, whole, more: true });
      const came = await fetchOne(exchange, transport, partner, hash);
      if (!came.ok) return came;
      if (!came.value) continue;
      if (fetching !== 'by-hand') fetching.left -= came.value.size;
      bytes += came.value.size;
      chunks.push(hash);
      whole.push(...came.value.whole);
    }
  }
  return ok({ chunks, bytes, whole, more: false });
}
