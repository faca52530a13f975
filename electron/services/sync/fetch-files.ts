import type { Transport } from '#electron/exchange/transport.ts';
import { receiveChunk } from '#electron/store/chunks/received.ts';
import { release } from '#electron/store/chunks/release.ts';
import { missingFilesFrom } from '#electron/store/tables/arrived.ts';
import { missingChunks } from '#electron/store/tables/files.ts';
import { receiptsIn } from '#electron/store/tables/receipts.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { type MissingFile, readReceipt } from '#shared/protocol/receipt.ts';
import { writeDocument } from '#shared/protocol/signed-document.ts';
import { chunkCipher } from '../file/grants.ts';
import type { Exchange } from './run-step.ts';
import { type Carried, carrierFailure, putChunks } from './send.ts';

const mostFiles = 200;

/** What fetching brought. A chunk is stored before the next one is read, so memory stays bounded. */
export type Fetched = {
  readonly chunks: readonly string[];
  readonly whole: readonly ManifestId[];
  readonly bytes: number;
};

/** Fetches the chunks we lack of files a partner described to us, as far as the carrier has them. */
export async function fetchFiles(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
): Promise<Result<Fetched, Failure>> {
  const { open } = exchange;
  const { db } = open.store;
  let bytes = 0;
  const chunks: string[] = [];
  const whole: ManifestId[] = [];
  for (const manifest of missingFilesFrom(db, partner, mostFiles)) {
    const wanted = missingChunks(db, manifest);
    const there = await transport.chunksFrom(partner, wanted);
    if (!there.ok) return { ok: false, error: carrierFailure(there.error) };
    for (const hash of wanted.filter((one) => there.value.has(one))) {
      // Another way may have brought it while this one was waiting for the last.
      if (!missingChunks(db, manifest).includes(hash)) continue;
      const chunk = await transport.getChunk(partner, hash);
      if (!chunk.ok) return { ok: false, error: carrierFailure(chunk.error) };
      const received = chunk.value && (await receiveChunk(open.store, hash, chunk.value, chunkCipher(open.suite)));
      const size = chunk.value?.length ?? 0;
      if (chunk.value) release(chunk.value);
      // Asked for again by the next receipt.
      if (received && !received.ok && received.error.code === 'chunk-damaged') {
        await transport.chunkDamaged(partner, hash);
      }
      if (!received?.ok) continue;
      await transport.chunkTaken(partner, hash);
      bytes += size;
      chunks.push(hash);
      whole.push(...received.value.whole);
    }
  }
  return ok({ chunks, bytes, whole });
}

/** What the partner's newest receipt misses of our files; only what our entries to it named counts. */
function askedFor(exchange: Exchange, partner: OfficeId): readonly MissingFile[] {
  const { db } = exchange.open.store;
  const newest = receiptsIn(db, partner, 1)[0];
  const read = newest && readReceipt(writeDocument('xieban-receipt-v1', newest));
  if (!read?.ok) return [];
  return read.value.receipt.missing.filter(({ manifest }) => wasSentTo(exchange, partner, manifest));
}

function wasSentTo(exchange: Exchange, partner: OfficeId, manifest: ManifestId): boolean {
  const row = exchange.open.store.db.get(
    `SELECT 1 FROM stream_out JOIN entry ON entry.n = stream_out.entry
     WHERE stream_out.office = ? AND instr(entry.header, ?) > 0 LIMIT 1`,
    ...[partner, `"${manifest}"`],
  );
  return row !== undefined;
}

/** How many chunks of our files the partner's newest receipt says it lacks. */
export function chunksAskedFor(exchange: Exchange, partner: OfficeId): number {
  const ranges = askedFor(exchange, partner).flatMap(({ chunks }) => chunks);
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/**
 * Hands over what the partner's newest receipt says it lacks of our files. What is asked for although it lies there may be
 * torn: with `again` it is compared and replaced.
 */
export async function giveAskedFiles(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  again: boolean,
): Promise<Result<Pick<Carried, 'files' | 'chunks' | 'bytes'>, Failure>> {
  let bytes = 0;
  let chunks = 0;
  const files = askedFor(exchange, partner);
  for (const { manifest, chunks: ranges } of files) {
    const put = await putChunks(exchange, transport, partner, manifest, { ranges, again });
    if (!put.ok) return put;
    bytes += put.value.bytes;
    chunks += put.value.chunks;
  }
  return ok({ files: files.length, chunks, bytes });
}
