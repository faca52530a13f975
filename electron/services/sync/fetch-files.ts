import type { Transport, TransportFailure } from '#electron/exchange/transport.ts';
import { receiveChunk } from '#electron/store/chunks/received.ts';
import { release } from '#electron/store/chunks/release.ts';
import { isChunkWanted, missingChunks } from '#electron/store/tables/files.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { chunkCipher } from '../file/grants.ts';
import { storageFailure } from '../journal/append.ts';
import { type Allowance, isSpent } from './allowance.ts';
import { allFiles, filesToFetch } from './files-due.ts';
import type { Exchange } from './run-step.ts';
import { carrierFailure } from './send.ts';

/** What fetching brought. `more`: something is left that may be fetched at once. */
export type Fetched = {
  readonly chunks: readonly string[];
  readonly whole: readonly ManifestId[];
  readonly bytes: number;
  readonly more: boolean;
  /** Why chunks that lie there could not be read, of each one. */
  readonly unread: readonly Failure[];
  /** Why nothing more was fetched: our disk has no room for it. */
  readonly full: Failure | undefined;
};

/** How much may be fetched: an allowance leaves out what a person paused; by hand, from a medium, all of it comes. */
export type Fetching = Allowance | 'by-hand';

type Came = { readonly size: number; readonly whole: readonly ManifestId[] };

/** A chunk that lies there and did not come, with the reason. */
type Left = { readonly left: 'unread' | 'full'; readonly reason: Failure };

/** Failures that are of one place of the carrier, such as a bad sector, and say nothing of the others. */
const ofOnePlace: ReadonlySet<TransportFailure> = new Set<TransportFailure>(['error', 'read-only']);

/** Fetches and stores one chunk; undefined when it is not there, damaged, or not wanted any more. */
async function fetchOne(
  { open }: Exchange,
  transport: Transport,
  partner: OfficeId,
  hash: string,
): Promise<Result<Came | Left | undefined, Failure>> {
  const chunk = await transport.getChunk(partner, hash);
  if (!chunk.ok) {
    const reason = carrierFailure(chunk.error);
    return ofOnePlace.has(chunk.error) ? ok({ left: 'unread', reason }) : err(reason);
  }
  if (!chunk.value) return ok(undefined);
  const received = await receiveChunk(open.store, hash, chunk.value, chunkCipher(open.suite));
  const size = chunk.value.length;
  release(chunk.value);
  if (received.ok) {
    await transport.chunkTaken(partner, hash);
    return ok({ size, whole: received.value.whole });
  }
  const { error } = received;
  // Asked for again by the next receipt.
  if (error.code === 'chunk-damaged') await transport.chunkDamaged(partner, hash);
  else if (error.code === 'disk-full') return ok({ left: 'full', reason: storageFailure(error) });
  return ok(undefined);
}

/**
 * Fetches the chunks we lack of files a partner described to us, as far as the carrier has them and the allowance goes, file
 * by file in their turn. A chunk is stored before the next one is read, so memory stays bounded. One that cannot be read
 * keeps no other from coming; once our disk is full, none is read only to be thrown away.
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
  const unread: Failure[] = [];
  let bytes = 0;
  const until = (more: boolean, full?: Failure) => ok({ chunks, bytes, whole, unread, more, full });
  const files = filesToFetch(db, partner, fetching === 'by-hand' ? allFiles : undefined);
  for (const { manifest, paused } of files) {
    if (paused && fetching !== 'by-hand') continue;
    const wanted = missingChunks(db, manifest);
    const there = await transport.chunksFrom(partner, wanted);
    if (!there.ok) return err(carrierFailure(there.error));
    for (const hash of wanted.filter((one) => there.value.has(one))) {
      // Another way may have brought it while this one was waiting for the last.
      if (!isChunkWanted(db, hash)) continue;
      if (fetching !== 'by-hand' && isSpent(exchange, fetching)) return until(true);
      const came = await fetchOne(exchange, transport, partner, hash);
      if (!came.ok) return came;
      if (!came.value) continue;
      if ('left' in came.value) {
        if (came.value.left === 'full') return until(false, came.value.reason);
        unread.push(came.value.reason);
        continue;
      }
      if (fetching !== 'by-hand') fetching.left -= came.value.size;
      bytes += came.value.size;
      chunks.push(hash);
      whole.push(...came.value.whole);
    }
  }
  return until(false);
}
