import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import type { AssistEvent, Side } from '#shared/domain/assist/event.ts';
import type { Bundle } from './bundle.ts';
import { readChainId } from './chain-id.ts';
import type { Entry, Head } from './entry.ts';
import { entryId } from './make-entry.ts';
import type { Hashing } from './ports.ts';
import { readHeader } from './read-entry.ts';
import { isRecord, parseJson } from './read-json.ts';
import { embeddedCommand, requestEvent } from './request-event.ts';

/**
 * Why an entry is kept but not in its chain: an earlier one is missing, it failed, it contradicts the chain, or it was
 * written under a pen that another device has taken over since.
 */
export type HeldState = 'waiting' | 'rejected' | 'fork' | 'orphan';

/** An entry that is kept outside its chain, and the office whose bundle brought it. */
export type HeldEntry = {
  readonly entry: Entry;
  readonly state: HeldState;
  readonly reason: string;
  readonly office: OfficeId;
};

/**
 * One chain of a request as it is stored: its entries in order and those kept beside it. Bodies are not needed; `bodies`
 * is their size in UTF-16 units, none when it is left out.
 */
export type ChainSlice = {
  readonly entries: readonly Entry[];
  readonly held: readonly HeldEntry[];
  readonly bodies?: number;
};

/** What is gathered of one request before a step: both chains. */
export type RequestSlice = { readonly request: RequestId; readonly r: ChainSlice; readonly e: ChainSlice };

/** A request of which nothing is stored yet. */
export function emptySlice(request: RequestId): RequestSlice {
  return { request, r: { entries: [], held: [] }, e: { entries: [], held: [] } };
}

/** Requests a bundle speaks of, each once: what the backend has to gather before the step. */
export function requestsIn(bundle: Bundle): readonly RequestId[] {
  const found = new Set<RequestId>();
  for (const { entry } of bundle.parcels) {
    const header = parseJson(entry.header);
    const chain = isRecord(header) && typeof header['chain'] === 'string' ? readChainId(header['chain']) : undefined;
    if (chain?.type === 'request') found.add(chain.request);
  }
  return [...found];
}

/** Last entry of a chain. */
export function headOf(chain: ChainSlice): Head | null {
  const last = chain.entries.at(-1);
  return last ? { seq: last.parsed.seq, id: last.id } : null;
}

/** True when the writer of this chain contradicted itself: nothing more is taken into it. */
export function isForked(chain: ChainSlice): boolean {
  return chain.held.some((held) => held.state === 'fork');
}

/** Entries never change: a command is put in order by folding all before it, which must not read them all again. */
const known = new WeakMap<Entry, AssistEvent>();

/** The event of a stored entry, with the command embedded in an `apply`. */
export function eventOf(entry: Entry, hashing: Hashing): AssistEvent {
  const event = known.get(entry) ?? readEvent(entry, hashing);
  known.set(entry, event);
  return event;
}

function readEvent(entry: Entry, hashing: Hashing): AssistEvent {
  const embedded = embeddedCommand(entry.parsed);
  if (!embedded) return requestEvent(entry, undefined);
  const header = readHeader(embedded.header);
  if (!header.ok || readChainId(header.value.chain)?.type !== 'request') return requestEvent(entry, undefined);
  const id = entryId(entry.parsed.suite, embedded.header, hashing);
  return requestEvent(entry, { ...embedded, id, parsed: header.value, body: undefined });
}

/** Both chains as the rules of requests read them. */
export function eventsOf(slice: RequestSlice, hashing: Hashing): Readonly<Record<Side, readonly AssistEvent[]>> {
  return {
    r: slice.r.entries.map((entry) => eventOf(entry, hashing)),
    e: slice.e.entries.map((entry) => eventOf(entry, hashing)),
  };
}
