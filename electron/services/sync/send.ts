import type { Transport, TransportFailure } from '#electron/exchange/transport.ts';
import { sealedId } from '#electron/sealing/suites.ts';
import { readManifest } from '#electron/store/chunks/manifest.ts';
import { chunkForSending } from '#electron/store/chunks/received.ts';
import { release } from '#electron/store/chunks/release.ts';
import { type BundleOut, bundleBytes, noteBundleGiven } from '#electron/store/tables/bundles.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { streamOutRun } from '#electron/store/tables/streams.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { type SignedCard, sealingKeysOn } from '#shared/protocol/partner-card.ts';
import { type Range, writeReceipt } from '#shared/protocol/receipt.ts';
import type { SignedDocument } from '#shared/protocol/signed-document.ts';
import { chunkCipher } from '../file/grants.ts';
import { inOneTransaction } from '../journal/append.ts';
import { heldCard } from '../partner/held-card.ts';
import { bundlesAbove } from './make-bundles.ts';
import { type Exchange, runStep } from './run-step.ts';

/** What one sending carried. Bytes count bundles and chunks. */
export type Carried = {
  readonly bundles: number;
  readonly entries: number;
  readonly chunks: number;
  readonly files: number;
  readonly bytes: number;
};

/** The contract's failure for a carrier that did not do what was asked. */
export function carrierFailure(failure: TransportFailure): Failure {
  return { kind: 'storage', code: `carrier.${failure}` };
}

function ready(exchange: Exchange, partner: OfficeId): Result<SignedCard, Failure> {
  const card = heldCard(exchange.open.store.db, partner, exchange.open);
  return card ? ok(card) : { ok: false, error: notFound('partner') };
}

async function putBundle(
  exchange: Exchange,
  transport: Transport,
  bundle: BundleOut,
): Promise<Result<number, Failure>> {
  const bytes = bundleBytes(exchange.open.store.db, bundle.id);
  // A receipt that arrived meanwhile covers it.
  if (!bytes) return ok(0);
  const lying = await transport.holds(bundle.office, bundle.id, bytes);
  if (!lying.ok) return { ok: false, error: carrierFailure(lying.error) };
  if (!lying.value) {
    const put = await transport.put(bundle.office, bundle.id, bytes);
    if (!put.ok) return { ok: false, error: carrierFailure(put.error) };
  }
  const noted = inOneTransaction(exchange, (tx) => {
    noteBundleGiven(tx, bundle.id, exchange.clock.now());
    return ok(undefined);
  });
  if (!noted.ok) return noted;
  const given = runStep(exchange, bundle.office, () => ({ type: 'given', upTo: bundle.last }));
  return given.ok ? ok(lying.value ? 0 : bytes.length) : given;
}

/** Which chunks of a file to hand over. */
export type ChunksWanted = {
  /** By position in the file; left out: all. */
  readonly ranges?: readonly Range[];
  /** Also those of which something lies there already: it may be torn, and is compared byte by byte. */
  readonly again: boolean;
};

function wantedChunks(exchange: Exchange, manifest: ManifestId, { ranges }: ChunksWanted): readonly string[] {
  const file = findFile(exchange.open.store.db, manifest);
  const chunks = (file && readManifest(file.text)?.chunks) ?? [];
  return ranges ? chunks.filter((_, at) => ranges.some(({ from, to }) => from <= at && at <= to)) : chunks;
}

/** Hands over chunks of one file to a partner, one at a time; answers their number and bytes. */
export async function putChunks(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  manifest: ManifestId,
  wanted: ChunksWanted,
): Promise<Result<{ chunks: number; bytes: number }, Failure>> {
  const { open } = exchange;
  const chunks = wantedChunks(exchange, manifest, wanted);
  const lying = wanted.again ? ok<ReadonlySet<string>>(new Set()) : await transport.hasChunks(partner, chunks);
  if (!lying.ok) return { ok: false, error: carrierFailure(lying.error) };
  let bytes = 0;
  let count = 0;
  for (const hash of chunks.filter((one) => !lying.value.has(one))) {
    const chunk = await chunkForSending(open.store.folder, hash, chunkCipher(open.suite));
    if (!chunk) continue;
    const put = await transport.putChunk(partner, hash, chunk);
    if (!put.ok) return { ok: false, error: carrierFailure(put.error) };
    bytes += chunk.length;
    count += 1;
    release(chunk);
  }
  return ok({ chunks: count, bytes });
}

function filesBeyond(exchange: Exchange, partner: OfficeId, above: number): readonly ManifestId[] {
  const items = streamOutRun(exchange.open.store.db, partner, above, 100_000);
  return [...new Set(items.flatMap(({ entry }) => entry.parsed.files))];
}

/** How many chunks the files of our stream to a partner beyond place `above` have. */
export function chunksAbove(exchange: Exchange, partner: OfficeId, above: number): number {
  const files = filesBeyond(exchange, partner, above);
  return files.reduce((sum, manifest) => sum + wantedChunks(exchange, manifest, { again: true }).length, 0);
}

/**
 * Hands over everything of our stream to a partner beyond place `above`, bundles before files, so that a request can be
 * read before its files are there. What lies with the carrier already is not handed over again, unless `again` asks to
 * compare it.
 */
export async function sendAbove(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  above: number,
  again = false,
): Promise<Result<Carried, Failure>> {
  const card = ready(exchange, partner);
  if (!card.ok) return card;
  const bundles = bundlesAbove(exchange, card.value, above);
  if (!bundles.ok) return bundles;
  let bytes = 0;
  for (const bundle of bundles.value) {
    const put = await putBundle(exchange, transport, bundle);
    if (!put.ok) return put;
    bytes += put.value;
  }
  const files = filesBeyond(exchange, partner, above);
  let chunks = 0;
  for (const manifest of files) {
    const put = await putChunks(exchange, transport, partner, manifest, { again });
    if (!put.ok) return put;
    bytes += put.value.bytes;
    chunks += put.value.chunks;
  }
  const entries = bundles.value.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return ok({ bundles: bundles.value.length, entries, chunks, files: files.length, bytes });
}

/** Seals a receipt to the partner and hands it over; answers the id it lies under. */
export async function sendReceipt(
  exchange: Exchange,
  transport: Transport,
  partner: OfficeId,
  document: SignedDocument,
): Promise<Result<string, Failure>> {
  const { open, clock, random } = exchange;
  const card = ready(exchange, partner);
  if (!card.ok) return card;
  const bytes = new TextEncoder().encode(writeReceipt(document));
  const keys = sealingKeysOn(card.value.card, shanghaiDate(clock.now()));
  const sealed = open.suite.seal({ from: open.office, to: partner }, bytes, keys, random);
  if (!sealed.ok) return { ok: false, error: refused(`partner.${sealed.error.code}`) };
  const id = sealedId(sealed.value);
  const put = await transport.put(partner, id, sealed.value);
  return put.ok ? ok(id) : { ok: false, error: carrierFailure(put.error) };
}
