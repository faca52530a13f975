import type { ReadDb } from '#electron/store/db.ts';
import { type RawReceipt, receiptsInOrder, streamIds, streamPlaces } from '#electron/store/tables/proof-rows.ts';
import { streamOutRoot } from '#electron/store/tables/streams.ts';
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
function firstReceipts(db: ReadDb, office: OfficeId, places: readonly number[]): readonly Found[] {
  const found: Found[] = [];
  let next = 0;
  if (places.length === 0) return found;
  for (const receipt of receiptsInOrder(db, office)) {
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

function runOf(db: ReadDb, office: OfficeId, { first, last }: Span): ProofRun {
  const before = first === 1 ? emptyRoot : (streamOutRoot(db, office, first - 1) ?? emptyRoot);
  return { first, before, ids: streamIds(db, office, first, last) };
}

function heard({ text, signature, at }: RawReceipt): HeardReceipt {
  return { text, signature, heard: `${shanghaiDate(at)}T${shanghaiTime(at)}` };
}

/** Our stream to a partner as far as its receipts cover this chain's entries: one stream a device of ours that wrote. */
export function gatherStreams(db: ReadDb, us: OfficeId, partner: OfficeId, chain: ChainId): readonly ProofStream[] {
  const found = firstReceipts(db, partner, streamPlaces(db, partner, chain));
  const devices = [...new Set(found.map(({ receipt }) => receipt.stream))];
  return devices.map((device: DeviceId) => {
    const own = found.filter(({ receipt }) => receipt.stream === device);
    const runs = joined(own.map(({ span }) => span)).map((span) => runOf(db, partner, span));
    return { office: us, device, to: partner, runs, receipts: own.map(({ receipt }) => heard(receipt)) };
  });
}
