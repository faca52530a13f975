import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { applyCommand } from './apply-command.ts';
import type { Parcel } from './bundle.ts';
import { readChainId } from './chain-id.ts';
import type { Entry } from './entry.ts';
import type { Stamp } from './hybrid-clock.ts';
import { isTakenFrom } from './pen.ts';
import { type Admission, admit, belongs, placeOf } from './place-entry.ts';
import { emptySlice, eventOf, type HeldEntry, type HeldState, headOf, isForked, type RequestSlice } from './slice.ts';
import type { Gathered, StepMoment, StepOutput, StepPorts, StepWrite } from './step-types.ts';
import { claimsTakeover } from './takeover.ts';
import { readEntry, verifyEntry } from './verify-entry.ts';
import { withEntry } from './write-request-entry.ts';

/** The working copy of one bundle's step. It never leaves `takeBundle`. */
export type Work = {
  readonly from: Gathered & { readonly office: OfficeId };
  readonly moment: StepMoment;
  readonly ports: StepPorts;
  readonly slices: Map<RequestId, RequestSlice>;
  readonly writes: StepWrite[];
  readonly outputs: StepOutput[];
  /** Entries of ours written by themselves, in order: they join our stream at the end. */
  readonly own: Entry[];
  stamp: Stamp | undefined;
  /** An entry came back that our own device signed and this data lacks: an older copy of its disk is running. */
  proven: boolean;
};

/**
 * Most entries of one chain, and most of one office that may wait in it for an earlier one: beyond, an entry is rejected.
 * Every entry costs a fold over all before it; a real request has some dozens. The executor's chain holds an order for
 * each command besides its own acts.
 */
export const longestChain: Readonly<Record<Side, number>> = { r: 1_000, e: 2_000 };
const mostWaiting = 500;
/** Most entries kept beside one chain, whatever is wrong with them. */
const mostBeside = 1_000;
/** UTF-16 units of all bodies of a request, and of those of one office that wait: a page shows them all at once. */
const largestRequest = 33_554_432;

function alarm(work: Work, code: 'fork' | 'entry-rejected', request: RequestId | null, entry: Entry['id']): void {
  work.outputs.push({ type: 'alarm', code, request, entry });
}

function hold(work: Work, slice: RequestSlice, side: Side, held: HeldEntry): RequestSlice {
  const { entry, state, reason } = held;
  const { id, header, signature, parsed } = entry;
  const sealed = { id, header, signature };
  work.writes.push({
    type: 'held',
    sealed,
    body: entry.body ?? null,
    chain: parsed.chain,
    seq: parsed.seq,
    state,
    reason,
  });
  if (state === 'fork' || state === 'rejected')
    alarm(work, state === 'fork' ? 'fork' : 'entry-rejected', slice.request, id);
  const others = slice[side].held.filter((one) => one.entry.id !== id);
  return { ...slice, [side]: { ...slice[side], held: [...others, held] } };
}

function release(slice: RequestSlice, side: Side, entry: Entry): RequestSlice {
  const chain = slice[side];
  return { ...slice, [side]: { ...chain, held: chain.held.filter((one) => one.entry.id !== entry.id) } };
}

function order(work: Work, slice: RequestSlice, command: Entry): RequestSlice {
  const applied = applyCommand(slice, command, work.stamp, work.moment, work.ports);
  if (!applied) return slice;
  work.stamp = applied.stamp;
  work.own.push(applied.entry);
  work.writes.push({ type: 'own', entry: applied.entry });
  return applied.slice;
}

/** What stood beside a chain under a pen that was now taken over: no contradiction any more, and nothing to wait for. */
function orphan(work: Work, slice: RequestSlice, side: Side): RequestSlice {
  const stale = slice[side].held.filter(
    ({ state, entry }) => (state === 'fork' || state === 'waiting') && isTakenFrom(slice, side, entry),
  );
  return stale.reduce((all, held) => hold(work, all, side, { ...held, state: 'orphan', reason: 'taken-over' }), slice);
}

function chain(work: Work, slice: RequestSlice, side: Side, entry: Entry, wasHeld: boolean): RequestSlice {
  const understood = work.ports.rules.understands(eventOf(entry, work.ports.hashing));
  work.writes.push({ type: 'chained', entry, held: wasHeld, understood });
  const added = withEntry(wasHeld ? release(slice, side, entry) : slice, side, entry);
  const bodies = (added[side].bodies ?? 0) + (entry.body?.length ?? 0);
  const longer = { ...added, [side]: { ...added[side], bodies } };
  const freed = claimsTakeover(entry) ? orphan(work, longer, side) : longer;
  return side === 'r' ? order(work, freed, entry) : freed;
}

/** Rejects what must not weigh on a request: a stranger's entry, and those beyond any sensible number. Kept beside no chain. */
function turnAway(work: Work, slice: RequestSlice, entry: Entry, reason: string): RequestSlice {
  const { id, header, signature, body } = entry;
  rejectUnread(work, { entry: { id, header, signature }, body: body ?? null }, reason);
  return slice;
}

const bodyOf = (entry: Entry): number => entry.body?.length ?? 0;

function isTooMuch(slice: RequestSlice, side: Side, entry: Entry): boolean {
  const bodies = (slice.r.bodies ?? 0) + (slice.e.bodies ?? 0) + bodyOf(entry);
  return entry.parsed.seq > longestChain[side] || bodies > largestRequest;
}

function mayWait(slice: RequestSlice, side: Side, entry: Entry, office: OfficeId): boolean {
  const waiting = slice[side].held.filter((one) => one.state === 'waiting' && one.office === office);
  const bodies = waiting.reduce((sum, one) => sum + bodyOf(one.entry), bodyOf(entry));
  return waiting.length < mostWaiting && bodies <= largestRequest;
}

function admissionOf({ from, ports }: Work): Admission {
  const { self } = ports;
  const officeKey = (office: OfficeId): string | undefined =>
    office === self.office ? self.officeKey : office === from.office ? from.officeKey : undefined;
  return { from: from.office, us: self.office, keys: from.keys, officeKey, ...ports };
}

/** Whether this very device signed an entry, under any of its keys. */
function isOwn({ ports }: Work, { parsed }: Entry): boolean {
  return parsed.device === ports.self.device || parsed.device === ports.also?.device;
}

/** Puts one genuine entry where it belongs; `wasHeld` when it waited outside its chain until now. */
function place(work: Work, slice: RequestSlice, side: Side, entry: Entry, wasHeld: boolean): RequestSlice {
  const { office } = work.from;
  const crowded = !wasHeld && slice[side].held.length >= mostBeside;
  const keep = (state: HeldState, reason: string): RequestSlice =>
    crowded ? turnAway(work, slice, entry, reason) : hold(work, slice, side, { entry, state, reason, office });
  const admission = admissionOf(work);
  const member = belongs(slice, side, entry, admission);
  if (!member.ok && member.error === 'not-a-party' && !wasHeld) return turnAway(work, slice, entry, member.error);
  if (!member.ok) return keep('rejected', member.error);
  const found = placeOf(slice, side, entry);
  if (found === 'known') return slice;
  if (!wasHeld && isTooMuch(slice, side, entry)) return turnAway(work, slice, entry, 'chain-too-long');
  if (found === 'orphan') return keep('orphan', 'taken-over');
  if (found === 'fork') return keep('fork', 'fork');
  const opened = slice.r.entries.length > 0 || (side === 'r' && entry.parsed.seq === 1);
  if (found === 'waiting' || !opened) {
    if (wasHeld) return slice;
    return mayWait(slice, side, entry, office)
      ? keep('waiting', 'earlier-missing')
      : turnAway(work, slice, entry, 'chain-too-long');
  }
  const admitted = admit(slice, side, entry, admission);
  return admitted.ok ? chain(work, slice, side, entry, wasHeld) : keep('rejected', admitted.error);
}

function nextWaiting(slice: RequestSlice): { readonly side: Side; readonly entry: Entry } | undefined {
  for (const side of ['r', 'e'] as const) {
    if (isForked(slice[side]) || (side === 'e' && slice.r.entries.length === 0)) continue;
    const next = (headOf(slice[side])?.seq ?? 0) + 1;
    const held = slice[side].held.find((one) => one.state === 'waiting' && one.entry.parsed.seq === next);
    if (held) return { side, entry: held.entry };
  }
  return undefined;
}

/** Lets waiting entries follow as long as the earlier ones are here. Ends: each round chains, rejects or forks one. */
function settle(work: Work, slice: RequestSlice): RequestSlice {
  let current = slice;
  for (let next = nextWaiting(current); next !== undefined; next = nextWaiting(current)) {
    current = place(work, current, next.side, next.entry, true);
  }
  return current;
}

/** Lets what waits beside the chains of every request at hand follow as far as it can. */
export function followAll(work: Work): void {
  for (const [request, slice] of work.slices) work.slices.set(request, settle(work, slice));
}

function rejectUnread(work: Work, parcel: Parcel, reason: string): void {
  const { entry: sealed, body } = parcel;
  work.writes.push({ type: 'held', sealed, body, chain: '', seq: 0, state: 'rejected', reason });
  alarm(work, 'entry-rejected', null, sealed.id);
}

function isKept(slice: RequestSlice, side: Side, entry: Entry): boolean {
  return (
    slice[side].entries[entry.parsed.seq - 1]?.id === entry.id ||
    slice[side].held.some((one) => one.entry.id === entry.id)
  );
}

/**
 * Takes one entry of a verified bundle: what fails is kept as bytes and listed as rejected, what is known changes nothing,
 * the rest finds its place; a command of the requester is put in order at once when our device holds the pen.
 */
export function takeEntry(work: Work, parcel: Parcel): void {
  const { ports, from } = work;
  const read = readEntry(parcel.entry, parcel.body ?? undefined, ports.hashing);
  if (!read.ok) return rejectUnread(work, parcel, read.error);
  const entry = read.value;
  const name = readChainId(entry.parsed.chain);
  if (name?.type !== 'request') return rejectUnread(work, parcel, 'foreign-chain');
  const slice = work.slices.get(name.request) ?? emptySlice(name.request);
  if (isKept(slice, name.side, entry)) return undefined;
  const key = from.keys.get(entry.parsed.device);
  if (key?.office !== entry.parsed.office) return rejectUnread(work, parcel, 'device-unknown');
  const verified = verifyEntry(entry, key.key, ports);
  if (!verified.ok) return rejectUnread(work, parcel, verified.error);
  if (isOwn(work, entry)) work.proven = true;
  const placed = place(work, slice, name.side, entry, false);
  if (placed !== slice) work.slices.set(name.request, settle(work, placed));
  return undefined;
}
