import { linkOf } from '#electron/services/sync/link-of.ts';
import type { Exchange } from '#electron/services/sync/run-step.ts';
import { type Taken, takePackage } from '#electron/services/sync/take-package.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { EntryId, ManifestId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { type BundleRoute, rootAfter, writeBundle } from '#shared/protocol/bundle.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import type { Entry, Head } from '#shared/protocol/entry.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import { type Receipt, signReceipt, writeReceipt } from '#shared/protocol/receipt.ts';
import { type StreamPosition, streamStart } from '#shared/protocol/stream.ts';
import type { Desk, TestClock } from '#tests/services/support/desk.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';

/** What a hostile office puts into an entry; everything left out is what an honest one would write. */
export type Forged = {
  readonly side: 'r' | 'e';
  readonly kind: string;
  readonly facts?: JsonObject;
  readonly content?: JsonObject;
  readonly files?: readonly ManifestId[];
  readonly office?: OfficeId;
  readonly on?: string;
  readonly seen?: Head | null;
  readonly pen?: number;
  /** The entry before it; left out: the last one this partner wrote or saw on that side. */
  readonly after?: Head | null;
};

/** An office with a good card and real keys that signs whatever it likes. */
export type HostilePartner = {
  readonly desk: Desk;
  readonly exchange: Exchange;
  /** Signs an entry of a request without sending it. */
  readonly sign: (request: RequestId, forged: Forged) => Entry;
  /** Seals entries as the next run of its stream and lets the victim take them. */
  readonly send: (entries: readonly Entry[], route?: Partial<BundleRoute>) => Taken;
  /** The sealed bytes of the next run of its stream, for a carrier that brings them. */
  readonly seal: (entries: readonly Entry[]) => Uint8Array;
  /** Sends any sealed text under its name. */
  readonly sendText: (text: string) => Taken;
  /** Sends a receipt that differs from an honest first one as it likes. */
  readonly sendReceipt: (differs: Partial<Receipt>) => Taken;
};

const hex = (count: number): string => Buffer.from(trueRandom.bytes(count)).toString('hex');

/** A request id nobody used before. */
export function freshRequest(): RequestId {
  const text = hex(16);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-7${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}` as RequestId;
}

/** Facts of an opening that asks the victim for help. */
export function openingFacts(victim: Desk): JsonObject {
  const { office, device } = victim.open;
  return {
    ...{ kind: 'ARB_INVESTIGATE', to: office, urgency: 'normal', agreed: '2026-04-10', number: '某〔2026〕1号' },
    ...{ items: [{ id: 'i1', kind: 'inquiry' }], card: 'f'.repeat(64), intake: device, papers: [] },
  };
}

/** Makes `desk` a partner of `victim` that no longer follows any rule. Its stream begins empty. */
export function hostilePartner(desk: Desk, victim: Desk, clock: TestClock): HostilePartner {
  const { open } = desk;
  const exchange: Exchange = { open: victim.open, clock, random: trueRandom };
  const ports = { hashing: open.suite, signing: open.signing };
  const heads = new Map<string, Head>();
  let position: StreamPosition = streamStart;
  const sealed = (text: string): Uint8Array => {
    const key = victim.open.keys.sealing[0]?.publicKey ?? '';
    const about = { from: open.office, to: victim.open.office };
    return unwrap(open.suite.seal(about, new TextEncoder().encode(text), [key], trueRandom));
  };
  const sendText = (text: string): Taken => unwrap(takePackage(exchange, sealed(text)));
  /** The text of the next run. */
  const run = (entries: readonly Entry[], differs: Partial<BundleRoute>): string => {
    const route = { office: open.office, device: open.device, to: victim.open.office, certificates: [], ...differs };
    const parcels = entries.map(({ id, header, signature, body }) => ({
      entry: { id, header, signature },
      body: body ?? null,
    }));
    const text = writeBundle(route, position, parcels, ports);
    const ids: readonly EntryId[] = entries.map(({ id }) => id);
    position = rootAfter(position, ids, open.suite);
    return text;
  };
  return {
    desk,
    exchange,
    sendText,
    sign: (request, forged) => {
      const chain = requestChain(request, forged.side);
      const draft = {
        ...{ chain, kind: forged.kind, kv: 1, minReader: 1, office: forged.office ?? open.office, device: open.device },
        ...{ pen: forged.pen ?? 1, seen: forged.seen ?? null, actor: 'u1' as UserId, on: forged.on ?? '2026-03-12' },
        ...{ at: '001700000000000-0000', facts: forged.facts ?? {}, files: forged.files ?? [] },
        body: forged.content ? makeBody(forged.content, trueRandom.bytes(16), open.suite) : null,
      };
      const tail = forged.after === undefined ? (heads.get(chain) ?? null) : forged.after;
      const entry = makeEntry(draft, tail, 's1', ports);
      heads.set(chain, { seq: entry.parsed.seq, id: entry.id });
      return entry;
    },
    send: (entries, differs = {}) => sendText(run(entries, differs)),
    seal: (entries) => sealed(run(entries, {})),
    sendReceipt: (differs) => {
      const link = linkOf(victim.open.store.db, open.office, trueRandom);
      const receipt: Receipt = {
        ...{ v: 1, office: open.office, device: open.device, to: victim.open.office, stream: victim.open.device },
        ...{ number: 1, incarnation: hex(16), upTo: link.out.n, root: link.out.root, opened: [], rejected: [] },
        ...{ notUnderstood: [], missing: [], ask: [], nonce: hex(16), echo: link.nonce, reader: 1 },
        ...{ kinds: ['ARB_INVESTIGATE'], card: null, own: null, returns: null, returned: null, more: {}, ...differs },
      };
      return sendText(writeReceipt(signReceipt(receipt, open.signing)));
    },
  };
}
