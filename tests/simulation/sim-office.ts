import type { DeviceId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { runsToMake } from '#shared/protocol/cut-runs.ts';
import { deviceIdOf, suiteOfKey } from '#shared/protocol/device-key.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { readPackageText } from '#shared/protocol/package.ts';
import { writeReceipt } from '#shared/protocol/receipt.ts';
import { emptySlice, type RequestSlice, requestsIn } from '#shared/protocol/slice.ts';
import { step } from '#shared/protocol/step.ts';
import type {
  DeviceKey,
  Gathered,
  ReceiptLists,
  StepInput,
  StepMoment,
  StepOutput,
  StepPorts,
} from '#shared/protocol/step-types.ts';
import { streamStart } from '#shared/protocol/stream.ts';
import { utf8 } from '#shared/protocol/text-bytes.ts';
import type { SeededRandom } from './seeded-random.ts';
import { commit, newStore, type SimStore } from './sim-store.ts';
import type { SimCrypto } from './stub-crypto.ts';
import type { Watch } from './watch.ts';

/** Where a step may be cut: nothing written, or everything written and nothing sent. */
export type CrashPoint = 'before-commit' | 'after-commit' | undefined;

/** The world around an office. */
export type Around = {
  readonly now: () => number;
  readonly random: SeededRandom;
  /** 32 hex characters never given before. */
  readonly nonce: () => string;
  readonly put: (from: SimOffice, id: string, text: string) => void;
  readonly crash: (office: SimOffice) => CrashPoint;
  readonly wake: (office: SimOffice, at: number) => void;
  readonly watch: Watch;
  /** How often a person's act is of a kind only a newer version knows. */
  readonly later: number;
};

/** One simulated office: its disk, its keys and whether its program runs. */
export type SimOffice = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly partner: OfficeId;
  readonly store: SimStore;
  readonly ports: StepPorts;
  readonly keys: Map<DeviceId, DeviceKey>;
  /** How far its wall clock is off, in milliseconds. */
  skew: number;
  up: boolean;
};

/** Sets up an office with one device. */
export function newOffice(office: OfficeId, partner: OfficeId, crypto: SimCrypto, random: SeededRandom): SimOffice {
  const signing = crypto.signing(`device of ${office}`);
  const device = deviceIdOf(signing.publicKey, crypto.hashing);
  const self = {
    office,
    device,
    suite: suiteOfKey(signing.publicKey),
    incarnation: random.hex(32),
    readOnly: false,
    kinds: readableKinds,
    reader: 1,
    actor: 'device' as UserId,
  } as const;
  return {
    office,
    device,
    partner,
    store: newStore(partner, random.hex(32)),
    ports: { self, hashing: crypto.hashing, verifying: crypto.verifying, signing, rules: assistRules },
    keys: new Map([[device, { office, key: signing.publicKey }]]),
    skew: 0,
    up: true,
  };
}

/** The present as that office's clock shows it. */
export function momentOf(office: SimOffice, around: Around): StepMoment {
  const ms = around.now() + office.skew;
  const today = shanghaiDate(ms);
  return { nowMs: ms, on: `${today}T${shanghaiTime(ms)}`, today, nonce: around.nonce() };
}

const noLists: ReceiptLists = { opened: [], rejected: [], notUnderstood: [], missing: [], card: null };

function listsOf(office: SimOffice): ReceiptLists {
  return { ...noLists, rejected: [...office.store.unread].slice(0, 200) };
}

function gather(office: SimOffice, requests: readonly RequestId[]): Gathered {
  const slices = requests.map((id): [RequestId, RequestSlice] => [id, office.store.slices.get(id) ?? emptySlice(id)]);
  return { officeKey: undefined, keys: office.keys, requests: new Map(slices) };
}

function makeBundle(office: SimOffice, first: number, last: number): void {
  const { store, ports } = office;
  const start = store.stream[first - 2]?.position ?? streamStart;
  const route = { office: office.office, device: office.device, to: office.partner, certificates: [] };
  const parcels = store.stream.slice(first - 1, last).map(({ entry }) => ({
    entry: { id: entry.id, header: entry.header, signature: entry.signature },
    body: entry.body ?? null,
  }));
  const text = writeBundle(route, start, parcels, ports);
  store.kept.push({ id: ports.hashing.hash(utf8(text)), first, last, text });
}

function makeBundles(office: SimOffice, around: Around): void {
  const { store } = office;
  for (const run of runsToMake(store.kept, receiptedUpTo(store.state.link), store.stream.length)) {
    for (let first = run.first; first <= run.last; ) {
      const last = Math.min(run.last, first + around.random.below(20));
      makeBundle(office, first, last);
      first = last + 1;
    }
  }
  store.kept.sort((a, b) => a.first - b.first);
}

function send(office: SimOffice, above: number, around: Around): void {
  makeBundles(office, around);
  for (const bundle of office.store.kept.filter((kept) => kept.last > above)) {
    around.watch.leaving(office, bundle);
    around.put(office, bundle.id, bundle.text);
  }
  perform(office, { type: 'given', upTo: office.store.kept.at(-1)?.last ?? 0 }, around, undefined, []);
}

function emit(office: SimOffice, outputs: readonly StepOutput[], around: Around): void {
  for (const output of outputs) {
    if (output.type === 'send') send(office, output.above, around);
    if (output.type === 'receipt') {
      const text = writeReceipt(output.document);
      around.put(office, office.ports.hashing.hash(utf8(text)), text);
    }
    const held = output.type === 'replay' ? office.store.held.get(output.id) : undefined;
    if (output.type === 'replay' && held !== undefined) receive(office, output.id, held, around);
  }
}

/**
 * Runs one step as the backend does: gather, decide, one transaction, and only then what leaves. `bytes` is the package the
 * input came from; `appended` are entries a person wrote in the same transaction.
 */
export function perform(
  office: SimOffice,
  input: StepInput,
  around: Around,
  bytes: string | undefined,
  appended: readonly Entry[],
): void {
  const { store, ports } = office;
  const result = step(store.state, input, momentOf(office, around), ports);
  const crash = around.crash(office);
  if (crash === 'before-commit') return;
  const writes = [...appended.map((entry) => ({ type: 'own' as const, entry })), ...result.writes];
  around.watch.committing(office, writes);
  commit(store, result.state, writes, bytes);
  around.watch.committed(office, writes);
  if (crash === 'after-commit') return;
  emit(office, result.outputs, around);
  for (const at of result.timers) around.wake(office, at - office.skew);
}

/** Takes a package that arrived. */
export function receive(office: SimOffice, id: string, text: string, around: Around): void {
  const { store, ports } = office;
  const read = readPackageText(text, ports.hashing);
  if (!read.ok) return perform(office, { type: 'bad-package', id, code: read.error }, around, text, []);
  const opened = read.value;
  if (opened.type === 'bundle') {
    const gathered = gather(office, requestsIn(opened.bundle));
    return perform(office, { type: 'bundle', id, bundle: opened.bundle, gathered }, around, text, []);
  }
  const { receipt, document } = opened;
  const position = receipt.upTo === 0 ? streamStart : store.stream[receipt.upTo - 1]?.position;
  const key = office.keys.get(receipt.device);
  return perform(office, { type: 'receipt', receipt, document, key, rootAt: position?.root }, around, text, []);
}

/** A timer rang, or the clerk prepares a stick (`force`). */
export function ring(office: SimOffice, around: Around, force: boolean): void {
  perform(office, { type: 'tick', lists: listsOf(office), force }, around, undefined, []);
}

/** After a restart: commands that waited are put in order, timers are set again. */
export function restart(office: SimOffice, around: Around): void {
  office.up = true;
  for (const slice of office.store.slices.values()) perform(office, { type: 'catch-up', slice }, around, undefined, []);
  ring(office, around, false);
}
