import { sealedId } from '#electron/sealing/suites.ts';
import type { WriteDb } from '#electron/store/db.ts';
import { type BundleOut, bundlesBeyond, dropBundle, keepBundle } from '#electron/store/tables/bundles.ts';
import { type StreamItem, streamOutRoot, streamOutRun } from '#electron/store/tables/streams.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate } from '#shared/base/local-date.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { type Parcel, writeBundle } from '#shared/protocol/bundle.ts';
import { cutRuns } from '#shared/protocol/cut-runs.ts';
import { type SignedCard, sealingKeysOn } from '#shared/protocol/partner-card.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';
import { inOneTransaction } from '../journal/append.ts';
import { credentials } from './credentials.ts';
import type { Exchange } from './run-step.ts';

/** Entries looked at in one go; a run is cut into bundles inside it. */
const stretch = 1000;
const encoder = new TextEncoder();

function parcelOf({ entry }: StreamItem): Parcel {
  const { id, header, signature, body } = entry;
  return { entry: { id, header, signature }, body: body ?? null };
}

function sizeOf({ entry, body }: Parcel): number {
  return entry.header.length * 2 + (body?.length ?? 0) * 3;
}

function sealRun(
  exchange: Exchange,
  card: SignedCard,
  after: number,
  root: string,
  parcels: readonly Parcel[],
): Result<{ bundle: BundleOut; sealed: Uint8Array }, Failure> {
  const { open, clock, random } = exchange;
  const to = card.card.office;
  const route = { office: open.office, device: open.device, to, ...credentials(open, to, parcels) };
  const text = writeBundle(route, { n: after, root }, parcels, { hashing: open.suite, signing: open.signing });
  const madeAt = clock.now();
  const keys = sealingKeysOn(card.card, shanghaiDate(madeAt));
  const sealed = open.suite.seal({ from: open.office, to }, encoder.encode(text), keys, random);
  if (!sealed.ok) return { ok: false, error: refused(`partner.${sealed.error.code}`) };
  const id = sealedId(sealed.value);
  const bundle = {
    id,
    office: to,
    first: after + 1,
    last: after + parcels.length,
    about: card.hash,
    madeAt,
    givenAt: null,
  };
  return ok({ bundle, sealed: sealed.value });
}

function coveredUpTo(bundles: readonly BundleOut[], above: number): number {
  return bundles.reduce((upTo, { first, last }) => (first <= upTo + 1 ? Math.max(upTo, last) : upTo), above);
}

function makeRest(
  tx: WriteDb,
  exchange: Exchange,
  card: SignedCard,
  above: number,
): Result<readonly BundleOut[], Failure> {
  const office = card.card.office;
  const made: BundleOut[] = [];
  let after = above;
  for (
    let items = streamOutRun(tx, office, after, stretch);
    items.length > 0;
    items = streamOutRun(tx, office, after, stretch)
  ) {
    const parcels = items.map(parcelOf);
    let start = 0;
    for (const count of cutRuns(parcels.map(sizeOf))) {
      const root = after === 0 ? emptyRoot : (streamOutRoot(tx, office, after) ?? emptyRoot);
      const sealed = sealRun(exchange, card, after, root, parcels.slice(start, start + count));
      if (!sealed.ok) return sealed;
      keepBundle(tx, sealed.value.bundle, sealed.value.sealed);
      made.push(sealed.value.bundle);
      start += count;
      after += count;
    }
  }
  return ok(made);
}

/**
 * The sealed runs of our stream to a partner beyond place `above`: those made before, and new ones for the rest. A run is
 * sealed once and kept until the partner's receipt covers it; one sealed for an older card is sealed again.
 */
export function bundlesAbove(
  exchange: Exchange,
  card: SignedCard,
  above: number,
): Result<readonly BundleOut[], Failure> {
  const office: OfficeId = card.card.office;
  return inOneTransaction(exchange, (tx) => {
    const known = bundlesBeyond(tx, office, above);
    for (const old of known.filter(({ about }) => about !== card.hash)) dropBundle(tx, old.id);
    const usable = known.filter(({ about }) => about === card.hash);
    const rest = makeRest(tx, exchange, card, coveredUpTo(usable, above));
    return rest.ok ? ok([...usable, ...rest.value]) : rest;
  });
}
