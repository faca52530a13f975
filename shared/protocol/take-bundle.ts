import type { DeviceId, EntryId, OfficeId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Bundle, type BundleFailure, type Parcel, rootAfter, verifyBundle } from './bundle.ts';
import { readCertificate } from './device-certificate.ts';
import { suiteOfKey } from './device-key.ts';
import { proveDoubt } from './doubt.ts';
import type { SuiteId } from './entry.ts';
import { type Incoming, incomingOf, type Link, mayWriteOn, mostHeld, withIncoming } from './link.ts';
import { appendToStream } from './own-stream.ts';
import { returnArrived } from './returns.ts';
import { receiptDue } from './schedule.ts';
import type { SignedDocument } from './signed-document.ts';
import type {
  DeviceKey,
  Gathered,
  StepInput,
  StepMoment,
  StepPorts,
  StepResult,
  StepState,
  StepWrite,
} from './step-types.ts';
import { extendStream } from './stream.ts';
import { takeEntry, type Work } from './take-entry.ts';

type BundleInput = Extract<StepInput, { readonly type: 'bundle' }>;
type Outcome = Omit<StepResult, 'timers'>;

/** Why a bundle that can be read is set aside as a whole. */
export type BundleRefusal = BundleFailure | 'bundle-sender' | 'device-unknown' | 'stream-fork';

function certified(document: SignedDocument, office: OfficeId, officeKey: string, ports: StepPorts) {
  const read = readCertificate(document, officeKey, ports);
  return read.ok && read.value.office === office ? read.value : undefined;
}

type Known = { readonly keys: ReadonlyMap<DeviceId, DeviceKey>; readonly writes: readonly StepWrite[] };

/**
 * Device keys with those the bundle's certificates add: of the partner's devices, and of ours when our own entries come
 * back that a life wrote which this data does not know. What neither office's root key signed adds nothing.
 */
function withCertificates(bundle: Bundle, gathered: Gathered, ports: StepPorts): Known {
  const keys = new Map(gathered.keys);
  const writes: StepWrite[] = [];
  for (const document of bundle.manifest.certificates) {
    if (gathered.certificates?.has(document.text)) continue;
    const { officeKey } = gathered;
    const theirs = officeKey === undefined ? undefined : certified(document, bundle.manifest.office, officeKey, ports);
    const { office, officeKey: own } = ports.self;
    const found = theirs ?? (own === undefined ? undefined : certified(document, office, own, ports));
    if (!found) continue;
    if (!keys.has(found.device)) keys.set(found.device, { office: found.office, key: found.key });
    writes.push({ type: 'certificate', office: found.office, device: found.device, key: found.key, document });
  }
  return { keys, writes };
}

/** Proves a bundle and answers the suite of the stream it is a run of. */
function prove(bundle: Bundle, link: Link, known: Known, ports: StepPorts): Result<SuiteId, BundleRefusal> {
  const { office, device } = bundle.manifest;
  if (office !== link.partner) return err('bundle-sender');
  const key = known.keys.get(device);
  if (key?.office !== office) return err('device-unknown');
  const proved = verifyBundle(bundle, ports.self.office, key.key, ports);
  return proved.ok ? ok(suiteOfKey(key.key)) : proved;
}

/** Whether the run agrees with what we hold: its own root at our position must be ours. */
function continues(bundle: Bundle, incoming: Incoming, suite: SuiteId, ports: StepPorts): boolean {
  const { position } = incoming;
  const { first, before } = bundle.manifest;
  const overlap = bundle.parcels.slice(0, position.n - first + 1).map((parcel) => parcel.entry.id);
  return rootAfter({ n: first - 1, root: before }, overlap, ports.hashing, suite).root === position.root;
}

/** A package that failed as a whole: its bytes are set aside, its run is asked for again. */
export function setAside(
  state: StepState,
  id: string,
  code: string,
  device: DeviceId | undefined,
  nowMs: number,
): Outcome {
  const { link } = state;
  const asking = device === undefined ? link : withIncoming(link, device, { ...incomingOf(link, device), asks: true });
  const all = device !== undefined ? asking : askEverywhere(link);
  return {
    state: { ...state, link: receiptDue(all, nowMs, false) },
    writes: [{ type: 'set-aside', id, code }],
    outputs: [{ type: 'alarm', code: 'bundle-set-aside', request: null, entry: null }],
  };
}

function askEverywhere(link: Link): Link {
  // Keys of the record are the device ids it was built with.
  const devices = Object.keys(link.incoming) as DeviceId[];
  return devices.reduce((all, device) => withIncoming(all, device, { ...incomingOf(all, device), asks: true }), link);
}

function holdForLater(state: StepState, input: BundleInput, incoming: Incoming, nowMs: number): Outcome {
  const { device, first, last } = input.bundle.manifest;
  const known = incoming.held.some((held) => held.id === input.id);
  const room = !known && incoming.held.length < mostHeld;
  const held = room ? [...incoming.held, { id: input.id, first, last }] : incoming.held;
  const link = withIncoming(state.link, device, { ...incoming, held, asks: true });
  return {
    state: { ...state, link: receiptDue(link, nowMs, room) },
    writes: room ? [{ type: 'hold-bundle', id: input.id }] : [],
    outputs: room || known ? [] : [{ type: 'no-room', id: input.id }],
  };
}

function alreadyHeld(state: StepState, input: BundleInput, incoming: Incoming, nowMs: number): Outcome {
  const { device } = input.bundle.manifest;
  const held = incoming.held.filter((one) => one.id !== input.id);
  const link = withIncoming(state.link, device, { ...incoming, held });
  const dropped = held.length < incoming.held.length;
  return {
    state: { ...state, link: receiptDue(link, nowMs, false) },
    writes: dropped ? [{ type: 'drop-bundle', id: input.id }] : [],
    outputs: [],
  };
}

/**
 * What comes in the stream of a device after its office's card revoked it is kept as it is and listed, and nothing of it is
 * folded. What was here before stays good, and so does what it wrote and another device of its office hands on.
 */
function keepEvidence(work: Work, { entry: sealed, body }: Parcel): void {
  const known = [...work.slices.values()].flatMap(({ r, e }) => [...r.entries, ...e.entries]);
  if (known.some(({ id }) => id === sealed.id)) return;
  work.writes.push({ type: 'held', sealed, body, chain: '', seq: 0, state: 'rejected', reason: 'device-revoked' });
  work.outputs.push({ type: 'alarm', code: 'entry-rejected', request: null, entry: sealed.id });
}

function takeEntries(
  work: Work,
  input: BundleInput,
  start: Incoming['position'],
  suite: SuiteId,
): Incoming['position'] {
  const { manifest, parcels } = input.bundle;
  const revoked = work.from.revoked?.includes(manifest.device);
  let position = start;
  for (const parcel of parcels.slice(start.n - manifest.first + 1)) {
    position = extendStream(position, parcel.entry.id, work.ports.hashing, suite);
    if (revoked) keepEvidence(work, parcel);
    else takeEntry(work, parcel);
    const { n, root } = position;
    work.writes.push({ type: 'received', device: manifest.device, n, entry: parcel.entry.id, root });
  }
  return position;
}

/** The link once a run is stored: held bundles that now follow are fed again, useless ones dropped. */
function advance(work: Work, link: Link, input: BundleInput, position: Incoming['position']): Link {
  const { device } = input.bundle.manifest;
  const others = incomingOf(link, device).held.filter((held) => held.id !== input.id);
  if (others.length < incomingOf(link, device).held.length) work.writes.push({ type: 'drop-bundle', id: input.id });
  for (const held of others.filter((one) => one.last <= position.n))
    work.writes.push({ type: 'drop-bundle', id: held.id });
  const held = others.filter((one) => one.last > position.n);
  for (const next of held.filter((one) => one.first <= position.n + 1))
    work.outputs.push({ type: 'replay', id: next.id });
  return withIncoming(link, device, { position, held, asks: held.length > 0 });
}

/** What came in and can be read, in its order: what may go back to its writer. */
function readable(work: Work): readonly EntryId[] {
  const unread = new Set(
    work.writes.flatMap((write) => (write.type === 'held' && write.chain === '' ? [write.sealed.id] : [])),
  );
  return work.writes.flatMap((write) => (write.type === 'received' && !unread.has(write.entry) ? [write.entry] : []));
}

/**
 * Takes a bundle in one step: proves it, stores every new entry, lets the executor's device put commands in order in the
 * same transaction, and makes a receipt due for after the commit. A duplicate changes nothing but asks for a receipt; a
 * later run is held until the earlier one comes; a failed one is set aside and asked for again.
 */
export function takeBundle(state: StepState, input: BundleInput, moment: StepMoment, ports: StepPorts): Outcome {
  const { bundle, gathered } = input;
  const { device, first, last } = bundle.manifest;
  const known = withCertificates(bundle, gathered, ports);
  const proved = prove(bundle, state.link, known, ports);
  if (!proved.ok) return setAside(state, input.id, proved.error, undefined, moment.nowMs);
  const incoming = incomingOf(state.link, device);
  if (first > incoming.position.n + 1) return holdForLater(state, input, incoming, moment.nowMs);
  if (last >= incoming.position.n && !continues(bundle, incoming, proved.value, ports)) {
    const aside = setAside(state, input.id, 'stream-fork', device, moment.nowMs);
    return { ...aside, outputs: [{ type: 'alarm', code: 'stream-fork', request: null, entry: null }] };
  }
  if (last <= incoming.position.n) return alreadyHeld(state, input, incoming, moment.nowMs);
  const work: Work = {
    from: { ...gathered, keys: known.keys, office: state.link.partner },
    moment,
    ports: mayWriteOn(state.link) ? ports : { ...ports, self: { ...ports.self, readOnly: true } },
    slices: new Map(gathered.requests),
    writes: [...known.writes],
    outputs: [],
    own: [],
    stamp: state.stamp,
    proven: false,
  };
  const stored = advance(work, state.link, input, takeEntries(work, input, incoming.position, proved.value));
  const link = work.proven ? proveDoubt(stored, moment.nowMs) : stored;
  const sent = appendToStream(
    { ...state, link: receiptDue(link, moment.nowMs, true) },
    work.own.map((one) => one.id),
    moment,
    ports,
  );
  const returned = returnArrived(sent.state, device, readable(work), moment, ports);
  return {
    state: { link: returned.state.link, stamp: work.stamp },
    writes: [...work.writes, ...sent.writes, ...returned.writes],
    outputs: [...work.outputs, ...sent.outputs, ...returned.outputs],
  };
}
