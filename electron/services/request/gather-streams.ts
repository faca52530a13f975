import type { ReadDb } from '#electron/store/db.ts';
import {
  type OwnStream,
  pastSenders,
  type RawReceipt,
  receiptsInOrder,
  streamIds,
  streamPlaces,
  streamRoot,
} from '#electron/store/tables/proof-rows.ts';
import type { ChainId, DeviceId, OfficeId } from '#shared/base/ids.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import {
  type HeardReceipt,
  largestReceipt,
  mostInRun,
  type ProofRun,
  type ProofStream,
} from '#shared/protocol/proof/proof-file.ts';
import { emptyRoot } from '#shared/protocol/stream.ts';

type Span = { readonly first: number; readonly last: number };
type Found = { readonly receipt: RawReceipt; readonly span: Span };

/**
 * For each place the first receipt that reaches it, as they came in. A receipt tells of every place before it, so one walk
 * over receipts and places is enough; it ends as soon as every place is covered. A receipt that no proof can carry is left
 * out: one partner's long lists must not make the whole proof unreadable.
 */
function firstReceipts(db: ReadDb, stream: OwnStream, device: DeviceId, chain: ChainId): readonly Found[] {
  const places = streamPlaces(db, stream, chain);
  const found: Found[] = [];
  let next = 0;
  if (places.length === 0) return found;
  for (const receipt of receiptsInOrder(db, stream.office)) {
    if (receipt.stream !== device) continue;
    const first = places[next];
    if (first === undefined) break;
    if (first > receipt.upTo || receipt.text.length > largestReceipt) continue;
    while ((places[next] ?? Number.POSITIVE_INFINITY) <= receipt.upTo) next += 1;
    // A run that is too long to be carried proves its newest places only.
    found.push({ receipt, span: { first: Math.max(first, receipt.upTo - mostInRun + 1), last: receipt.upTo } });
  }
  return found;
}

/** Spans that touch become one, as far as one run may be long. */
function joined(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const last = runs.at(-1);
    const both = last && { first: last.first, last: Math.max(last.last, span.last) };
    const fits = both && span.first <= last.last && both.last - both.first < mostInRun;
    if (both && fits) runs[runs.length - 1] = both;
    else runs.push(span);
  }
  return runs;
}

function runOf(db: ReadDb, stream: OwnStream, { first, last }: Span): ProofRun {
  const before = first === 1 ? emptyRoot : (streamRoot(db, stream, first - 1) ?? emptyRoot);
  return { first, before, ids: streamIds(db, stream, first, last) };
}

function heard({ text, signature, at }: RawReceipt): HeardReceipt {
  return { text, signature, heard: `${shanghaiDate(at)}T${shanghaiTime(at)}` };
}

/**
 * Our streams to a partner as far as its receipts cover this chain's entries: that of this device, and those of the devices
 * which wrote this data before it.
 */
export function gatherStreams(
  db: ReadDb,
  us: { readonly office: OfficeId; readonly device: DeviceId },
  partner: OfficeId,
  chain: ChainId,
): readonly ProofStream[] {
  const past = pastSenders(db, partner).map((device) => ({ device, stream: { office: partner, past: device } }));
  const now = { device: us.device, stream: { office: partner, past: null } };
  return [...past, now].flatMap(({ device, stream }) => {
    const found = firstReceipts(db, stream, device, chain);
    if (found.length === 0) return [];
    const runs = joined(found.map(({ span }) => span)).map((span) => runOf(db, stream, span));
    return [{ office: us.office, device, to: partner, runs, receipts: found.map(({ receipt }) => heard(receipt)) }];
  });
}
