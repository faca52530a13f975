import type { EntryId, OfficeId, RequestId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { readChainId } from '#shared/protocol/chain-id.ts';
import type { Entry, SealedEntry } from '#shared/protocol/entry.ts';
import type { Stamp } from '#shared/protocol/hybrid-clock.ts';
import { type Link, newLink } from '#shared/protocol/link.ts';
import type { Receipt } from '#shared/protocol/receipt.ts';
import { storedEntry } from '#shared/protocol/request-event.ts';
import { emptySlice, type HeldEntry, type RequestSlice } from '#shared/protocol/slice.ts';
import type { StepState, StepWrite } from '#shared/protocol/step-types.ts';
import type { StreamPosition } from '#shared/protocol/stream.ts';

/** A bundle kept until it is receipted. */
export type KeptBundle = { readonly id: string; readonly first: number; readonly last: number; readonly text: string };

/** What an office's disk holds about one partner. */
export type SimPeer = {
  link: Link;
  /** Our stream: entry and position of number n at index n - 1. */
  readonly stream: { readonly entry: Entry; readonly position: StreamPosition }[];
  /** Ids received in the partner's stream, in order. */
  readonly received: EntryId[];
  kept: KeptBundle[];
  readonly held: Map<string, string>;
  readonly unread: Set<EntryId>;
  /** Failure codes of packages set aside. */
  readonly aside: Set<string>;
  lastReceipt: Receipt | undefined;
};

/** What an office's disk holds. Changed only by `commit`, all at once. */
export type SimStore = {
  stamp: Stamp | undefined;
  readonly slices: Map<RequestId, RequestSlice>;
  readonly entries: Map<EntryId, Entry>;
  readonly peers: Map<OfficeId, SimPeer>;
};

/** An empty disk. */
export function newStore(): SimStore {
  return { stamp: undefined, slices: new Map(), entries: new Map(), peers: new Map() };
}

/** A partner with whom nothing was exchanged yet. `nonce`: 32 random hex characters. */
export function newPeer(partner: OfficeId, nonce: string): SimPeer {
  return {
    link: newLink(partner, nonce),
    stream: [],
    received: [],
    kept: [],
    held: new Map(),
    unread: new Set(),
    aside: new Set(),
    lastReceipt: undefined,
  };
}

/** What is kept about a partner. Throws for an office that is none. */
export function peerOf(store: SimStore, partner: OfficeId): SimPeer {
  const peer = store.peers.get(partner);
  if (!peer) throw new Error(`${partner} is no partner`);
  return peer;
}

type Place = { readonly store: SimStore; readonly peer: SimPeer };

function placeOf(entry: Entry): { readonly request: RequestId; readonly side: Side } {
  const chain = readChainId(entry.parsed.chain);
  if (chain?.type !== 'request') throw new Error('only request chains are simulated');
  return { request: chain.request, side: chain.side };
}

function changeChain(store: SimStore, entry: Entry, change: (slice: RequestSlice, side: Side) => RequestSlice): void {
  const { request, side } = placeOf(entry);
  store.slices.set(request, change(store.slices.get(request) ?? emptySlice(request), side));
}

function append(store: SimStore, entry: Entry): void {
  store.entries.set(entry.id, entry);
  changeChain(store, entry, (slice, side) => {
    const entries = [...slice[side].entries, entry];
    return { ...slice, [side]: { entries, held: slice[side].held.filter((one) => one.entry.id !== entry.id) } };
  });
}

function keepBeside({ store, peer }: Place, write: Extract<StepWrite, { type: 'held' }>): void {
  if (write.chain === '') {
    peer.unread.add(write.sealed.id);
    return;
  }
  const entry = storedEntry(write.sealed satisfies SealedEntry, write.body ?? undefined);
  changeChain(store, entry, (slice, side) => {
    const held: HeldEntry = { entry, state: write.state, reason: write.reason, office: peer.link.partner };
    const others = slice[side].held.filter((one) => one.entry.id !== entry.id);
    return { ...slice, [side]: { ...slice[side], held: [...others, held] } };
  });
}

function entryOf(store: SimStore, id: EntryId): Entry {
  const found = store.entries.get(id);
  if (!found) throw new Error('streamed before it was stored');
  return found;
}

function write(place: Place, one: StepWrite, bytes: string | undefined): void {
  const { store, peer } = place;
  if (one.type === 'chained' || one.type === 'own') append(store, one.entry);
  if (one.type === 'held') keepBeside(place, one);
  if (one.type === 'received') peer.received.push(one.entry);
  if (one.type === 'streamed') {
    peer.stream.push({ entry: entryOf(store, one.entry), position: { n: one.n, root: one.root } });
  }
  if (one.type === 'hold-bundle' && bytes !== undefined) peer.held.set(one.id, bytes);
  if (one.type === 'set-aside') peer.aside.add(one.code);
  if (one.type === 'drop-bundle') peer.held.delete(one.id);
  if (one.type === 'receipted') {
    peer.lastReceipt = one.receipt;
    peer.kept = peer.kept.filter((bundle) => bundle.last > one.receipt.upTo);
  }
}

/** Writes a step with a partner to the disk, all of it. `bytes` are those of the package it was about. */
export function commit(
  store: SimStore,
  state: StepState,
  writes: readonly StepWrite[],
  bytes: string | undefined,
): void {
  const peer = peerOf(store, state.link.partner);
  for (const one of writes) write({ store, peer }, one, bytes);
  peer.link = state.link;
  store.stamp = state.stamp;
}
