import type { Transport } from '#electron/exchange/transport.ts';
import { chunkForSending } from '#electron/store/chunks/received.ts';
import { release } from '#electron/store/chunks/release.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { chunkCipher } from '../file/grants.ts';
import { type Allowance, isSpent } from './allowance.ts';
import { allFiles, type DueFile, filesDue } from './files-due.ts';
import { wordOfPartner } from './partner-word.ts';
import type { Exchange } from './run-step.ts';
import { carrierFailure } from './send.ts';
import type { Lying, Said } from './way-memory.ts';

/** What was handed over of files. `more`: something is left that may be handed over at once. */
export type Given = { readonly chunks: number; readonly bytes: number; readonly more: boolean };

/** Chunks a carrier is asked about at once. */
const askedAtOnce = 16;

/** Reads one chunk of ours and hands it over; answers its bytes, 0 for one that is not usable here. */
async function putChunk(
  { open }: Exchange,
  transport: Transport,
  partner: OfficeId,
  hash: string,
): Promise<Result<number, Failure>> {
  const chunk = await chunkForSending(open.store.folder, hash, chunkCipher(open.suite));
  if (!chunk) return ok(0);
  const size = chunk.length;
  const put = await transport.putChunk(partner, hash, chunk);
  release(chunk);
  return put.ok ? ok(size) : err(carrierFailure(put.error));
}

/** How many chunks a partner lacks of all our files. */
export function chunksDue(exchange: Exchange, partner: OfficeId): number {
  return filesDue(exchange, partner, allFiles).reduce((sum, { lacking }) => sum + lacking.length, 0);
}

/**
 * Writes every chunk a partner lacks to a medium, those of files too that no network carries for now. What lies there
 * already is compared byte by byte and written again only where it differs.
 */
export async function giveAllFiles(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
): Promise<Result<{ readonly files: number; readonly bytes: number }, Failure>> {
  const due = filesDue(exchange, partner, allFiles);
  let bytes = 0;
  const hashes = new Set(due.flatMap(({ chunks, lacking }) => lacking.flatMap((at) => chunks[at] ?? [])));
  for (const hash of hashes) {
    const put = await putChunk(exchange, transport, partner, hash);
    if (!put.ok) return put;
    bytes += put.value;
  }
  return ok({ files: due.length, bytes });
}

/**
 * Chunks that may lie there torn: a partner fetches in their order, so one it lacks although it holds a later one, and the
 * first one it lacks.
 */
function doubtful(due: readonly DueFile[]): readonly string[] {
  return due.flatMap(({ chunks, lacking }) => {
    const lacks = new Set(lacking);
    const lastHeld = chunks.findLastIndex((_, at) => !lacks.has(at));
    return lacking.filter((at, index) => index === 0 || at < lastHeld).flatMap((at) => chunks[at] ?? []);
  });
}

/** Doubts once for each word of the partner what it still lacks; before its first word nothing is doubted. */
function follow(said: Said, signature: string, due: readonly DueFile[]): void {
  const { lying } = said;
  if (lying.word === signature) return;
  lying.word = signature;
  lying.doubted.clear();
  for (const hash of doubtful(due)) lying.doubted.add(hash);
}

/** Notes whether a chunk lies there. As soon as one is gone that lay there, nothing is sure. */
function note({ known, sure }: Lying, hash: string, lies: boolean, now: number): void {
  if (!lies && known.delete(hash)) sure.clear();
  if (!lies) return;
  sure.add(hash);
  if (!known.has(hash)) known.set(hash, now);
}

/** Where chunks are handed over, and whether one lies with another way that can be used. */
export type Giving = {
  readonly transport: Transport;
  readonly said: Said;
  readonly elsewhere: (hash: string) => boolean;
};

/** Which of these chunks are to be handed over now. */
async function toGive(
  exchange: Exchange,
  { transport, said, elsewhere }: Giving,
  partner: OfficeId,
  hashes: readonly string[],
): Promise<Result<readonly string[], Failure>> {
  const there = await transport.hasChunks(partner, hashes);
  if (!there.ok) return err(carrierFailure(there.error));
  for (const hash of hashes) note(said.lying, hash, there.value.has(hash), exchange.clock.now());
  const lacks = (hash: string): boolean => (there.value.has(hash) ? said.lying.doubted.has(hash) : !elsewhere(hash));
  return ok(hashes.filter(lacks));
}

/** Hands one chunk over. Until that failed it counts as lying there, so that no other way takes it at the same time. */
async function giveOne(exchange: Exchange, giving: Giving, partner: OfficeId, hash: string) {
  const { known, sure, doubted } = giving.said.lying;
  if (!known.has(hash)) known.set(hash, exchange.clock.now());
  const put = await putChunk(exchange, giving.transport, partner, hash);
  if (put.ok) {
    sure.add(hash);
    doubted.delete(hash);
  } else known.delete(hash);
  return put;
}

/**
 * Hands over to a partner what its newest receipt says it lacks of our files and what does not lie there already, file by
 * file in their turn, as much as the allowance has. What lies with another way is not handed over here, unless the partner
 * seems not to get it from there.
 */
export async function giveFiles(
  exchange: Exchange,
  giving: Giving,
  partner: OfficeId,
  allowance: Allowance,
): Promise<Result<Given, Failure>> {
  const { lying } = giving.said;
  const due = filesDue(exchange, partner).filter(({ paused }) => !paused);
  follow(giving.said, wordOfPartner(exchange.open.store.db, partner).signature, due);
  const open = due.flatMap(({ chunks, lacking }) => lacking.flatMap((at) => chunks[at] ?? []));
  const left = [...new Set(open)].filter((hash) => !lying.sure.has(hash) || lying.doubted.has(hash));
  let [chunks, bytes] = [0, 0];
  for (let start = 0; start < left.length; start += askedAtOnce) {
    const wanted = await toGive(exchange, giving, partner, left.slice(start, start + askedAtOnce));
    if (!wanted.ok) return wanted;
    for (const hash of wanted.value) {
      if (isSpent(exchange, allowance)) return ok({ chunks, bytes, more: true });
      // Another way may have taken it on while this one was busy with the last.
      if (!lying.known.has(hash) && giving.elsewhere(hash)) continue;
      const put = await giveOne(exchange, giving, partner, hash);
      if (!put.ok) return put;
      allowance.left -= put.value;
      bytes += put.value;
      chunks += put.value > 0 ? 1 : 0;
    }
  }
  return ok({ chunks, bytes, more: false });
}
