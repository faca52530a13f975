import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { runsToMake } from '#shared/protocol/cut-runs.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import type { Stamp } from '#shared/protocol/hybrid-clock.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { readPackageText } from '#shared/protocol/package.ts';
import { writeReceipt } from '#shared/protocol/receipt.ts';
import { emptySlice, type RequestSlice, requestsIn } from '#shared/protocol/slice.ts';
import { step } from '#shared/protocol/step.ts';
import type { Gathered, ReceiptLists, StepInput, StepOutput, StepResult } from '#shared/protocol/step-types.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { utf8 } from '#shared/protocol/text-bytes.ts';
import { type Around, momentOf, otherOf, type SimOffice } from './sim-office.ts';
import { commit, peerOf, type SimPeer } from './sim-store.ts';
import { described } from './trace.ts';

const noLists: ReceiptLists = { opened: [], rejected: [], notUnderstood: [], missing: [], card: null };

function listsOf(peer: SimPeer): ReceiptLists {
  return { ...noLists, rejected: [...peer.unread].slice(0, 200) };
}

function gather(office: SimOffice, requests: readonly RequestId[]): Gathered {
  const slices = requests.map((id): [RequestId, RequestSlice] => [id, office.store.slices.get(id) ?? emptySlice(id)]);
  return { officeKey: undefined, keys: office.keys, requests: new Map(slices) };
}

function makeBundle(office: SimOffice, peer: SimPeer, first: number, last: number): void {
  const { ports } = office;
  const before = peer.stream[first - 2]?.position ?? streamStart;
  const route = { office: office.office, device: office.device, to: peer.link.partner, certificates: [] };
  const parcels = peer.stream.slice(first - 1, last).map(({ entry }) => ({
    entry: { id: entry.id, header: entry.header, signature: entry.signature },
    body: entry.body ?? null,
  }));
  const text = writeBundle(route, before, parcels, ports);
  peer.kept.push({ id: ports.hashing.hash(utf8(text)), first, last, text });
}

function makeBundles(office: SimOffice, peer: SimPeer, around: Around): void {
  for (const run of runsToMake(peer.kept, receiptedUpTo(peer.link), peer.stream.length)) {
    for (let first = run.first; first <= run.last; ) {
      const last = Math.min(run.last, first + around.random.below(20));
      makeBundle(office, peer, first, last);
      first = last + 1;
    }
  }
  peer.kept.sort((a, b) => a.first - b.first);
}

function send(office: SimOffice, partner: OfficeId, above: number, around: Around): void {
  const peer = peerOf(office.store, partner);
  makeBundles(office, peer, around);
  for (const bundle of peer.kept.filter((kept) => kept.last > above)) {
    around.watch.leaving(office, peer, bundle);
    around.put(office, { from: office.office, to: partner, id: bundle.id, text: bundle.text });
  }
  perform(office, partner, { type: 'given', upTo: peer.kept.at(-1)?.last ?? 0 }, around);
}

function emit(office: SimOffice, partner: OfficeId, outputs: readonly StepOutput[], around: Around): void {
  const peer = peerOf(office.store, partner);
  for (const output of outputs) {
    if (output.type === 'send') send(office, partner, output.above, around);
    if (output.type === 'receipt') {
      const text = writeReceipt(output.document);
      around.put(office, { from: office.office, to: partner, id: office.ports.hashing.hash(utf8(text)), text });
    }
    const held = output.type === 'replay' ? peer.held.get(output.id) : undefined;
    if (output.type === 'replay' && held !== undefined) receive(office, partner, output.id, held, around);
  }
}

/** What goes into the transaction of a step beside its input. */
export type Beside = {
  /** The package the input came from. */
  readonly bytes?: string;
  /** Entries a person wrote, with the stamp they used. */
  readonly appended?: readonly Entry[];
  readonly stamp?: Stamp;
};

/** Where this step is cut, if it is. */
function cutOf(office: SimOffice): 'before-commit' | 'after-commit' | undefined {
  const { crash } = office;
  if (!crash) return undefined;
  crash.after -= 1;
  return crash.after < 0 ? crash.point : undefined;
}

function die(office: SimOffice, around: Around): void {
  const down = office.crash?.down ?? 0;
  office.crash = undefined;
  office.up = false;
  around.died(office, down);
}

function write(office: SimOffice, result: StepResult, beside: Beside, around: Around): void {
  const own = (beside.appended ?? []).map((entry) => ({ type: 'own' as const, entry }));
  const writes = [...own, ...result.writes];
  around.watch.committing(office, result.state.link.partner, writes);
  commit(office.store, result.state, writes, beside.bytes);
  around.watch.committed(office, writes);
}

/** How long after a full disk refused a step it is tried again, in milliseconds. */
const tryAgainMs = 30_000;

/**
 * Runs one step as the backend does: gather, decide, one transaction, and only then what leaves. A disk that is full takes
 * nothing of it. True when it was committed.
 */
export function perform(
  office: SimOffice,
  partner: OfficeId,
  input: StepInput,
  around: Around,
  beside: Beside = {},
): boolean {
  const { store, ports } = office;
  around.counted();
  const state = { link: peerOf(store, partner).link, stamp: beside.stamp ?? store.stamp };
  const result = step(state, input, momentOf(office, around), ports);
  const cut = cutOf(office);
  const full = cut === undefined && around.now() < office.fullUntil;
  around.note(described(office.office, partner, input, result, full ? 'disk full' : cut));
  if (full) around.wake(office, around.now() + tryAgainMs);
  if (cut === 'before-commit') die(office, around);
  if (full || cut === 'before-commit') return false;
  write(office, result, beside, around);
  if (cut === 'after-commit') die(office, around);
  if (cut === 'after-commit') return true;
  emit(office, partner, result.outputs, around);
  for (const at of result.timers) around.wake(office, at - office.skew);
  return true;
}

/** Takes a package of a partner that arrived. */
export function receive(office: SimOffice, partner: OfficeId, id: string, text: string, around: Around): boolean {
  const { ports, store } = office;
  const opened = around.watch.opened(text, () => readPackageText(text, ports.hashing));
  if (!opened.ok) return perform(office, partner, { type: 'bad-package', id, code: opened.error }, around);
  if (opened.value.type === 'bundle') {
    const { bundle } = opened.value;
    const gathered = gather(office, requestsIn(bundle));
    return perform(office, partner, { type: 'bundle', id, bundle, gathered }, around, { bytes: text });
  }
  const { receipt, document } = opened.value;
  const position = receipt.upTo === 0 ? streamStart : peerOf(store, partner).stream[receipt.upTo - 1]?.position;
  const key = office.keys.get(receipt.device);
  return perform(office, partner, { type: 'receipt', receipt, document, key, rootAt: position?.root }, around);
}

/** A timer rang, or the clerk prepares a stick (`force`). */
export function ring(office: SimOffice, partner: OfficeId, around: Around, force: boolean): boolean {
  const lists = listsOf(peerOf(office.store, partner));
  return perform(office, partner, { type: 'tick', lists, force }, around);
}

/** What goes onto a stick: all that the partner's newest receipt lacks, and receipts of our own. */
export function sayAll(office: SimOffice, partner: OfficeId, around: Around): void {
  send(office, partner, receiptedUpTo(peerOf(office.store, partner).link), around);
  if (office.up) ring(office, partner, around, true);
}

/** After a restart: commands that waited are put in order, timers are set again. */
export function restart(office: SimOffice, around: Around): void {
  office.up = true;
  for (const slice of office.store.slices.values()) {
    const partner = otherOf(slice, office.office);
    if (office.up && partner) perform(office, partner, { type: 'catch-up', slice }, around);
  }
  for (const partner of office.store.peers.keys()) if (office.up) ring(office, partner, around, false);
}
