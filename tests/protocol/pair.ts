import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import { requestDigest } from '#shared/protocol/request-digest.ts';
import { emptySlice, eventsOf } from '#shared/protocol/slice.ts';
import type { StepState } from '#shared/protocol/step-types.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { perform, receive, ring } from '#tests/simulation/run-step.ts';
import { seededRandom } from '#tests/simulation/seeded-random.ts';
import { type Around, momentOf, newOffice, type SimOffice } from '#tests/simulation/sim-office.ts';
import { newPeer, peerOf, type SimPeer } from '#tests/simulation/sim-store.ts';
import type { SimCrypto } from '#tests/simulation/stub-crypto.ts';
import { newWatch } from '#tests/simulation/watch.ts';

/** A package on its way. */
export type Flying = { readonly from: SimOffice; readonly id: string; readonly text: string };

/** Two offices and everything between them in the hands of a test: nothing moves unless it says so. */
export type Pair = {
  readonly a: SimOffice;
  readonly b: SimOffice;
  /** What an office keeps about the other. */
  readonly peer: (office: SimOffice) => SimPeer;
  /** What an office's step starts from. */
  readonly stepState: (office: SimOffice) => StepState;
  readonly around: Around;
  readonly flying: Flying[];
  /** Lets time pass and rings both offices' timers. */
  readonly wait: (ms: number) => void;
  /** Delivers what flies and waits until nothing flies any more. */
  readonly settle: () => void;
  readonly deliver: (one: Flying | undefined) => void;
  readonly say: (office: SimOffice, side: Side, kind: string, facts?: JsonObject) => void;
  readonly state: (office: SimOffice) => RequestState;
  readonly digest: (office: SimOffice) => string;
};

/** The one request these tests speak of. */
export const request = '01926b3c-0000-7000-8000-00000000abcd' as RequestId;

function officeId(text: string): OfficeId {
  const id = parseOfficeId(text);
  if (!id) throw new Error('not an office code');
  return id;
}

/** Facts of the opening entry, addressed to `to`. */
export function openingFacts(to: SimOffice): JsonObject {
  return {
    kind: 'ARB_INVESTIGATE',
    to: to.office,
    urgency: 'normal',
    items: [{ id: 'i1', kind: 'inquiry' }],
    agreed: '2026-03-23',
    number: null,
    card: 'c'.repeat(64),
    intake: to.device,
    papers: [],
  };
}

/** Sets up two offices that know each other's keys. */
export function newPair(crypto: SimCrypto): Pair {
  const random = seededRandom(7);
  const clock = { now: 1_772_409_600_000, nonces: 1 };
  const [qingpu, wujiang] = [officeId('sh-qingpu'), officeId('js-wujiang')];
  const a = newOffice(qingpu, crypto, random);
  const b = newOffice(wujiang, crypto, random);
  a.store.peers.set(wujiang, newPeer(wujiang, random.hex(32)));
  b.store.peers.set(qingpu, newPeer(qingpu, random.hex(32)));
  for (const [device, key] of b.keys) a.keys.set(device, key);
  for (const [device, key] of a.keys) b.keys.set(device, key);
  const other = (office: SimOffice): SimOffice => (office === a ? b : a);
  const peer = (office: SimOffice): SimPeer => peerOf(office.store, other(office).office);
  const flying: Flying[] = [];
  const around: Around = {
    now: () => clock.now,
    random,
    nonce: () => (clock.nonces++).toString(16).padStart(32, '0'),
    put: (from, { id, text }) => void flying.push({ from, id, text }),
    wake: () => undefined,
    counted: () => undefined,
    died: () => undefined,
    watch: newWatch((office) => (office === qingpu ? a : b)),
    later: 0,
    note: () => undefined,
  };
  const deliver = (one: Flying | undefined): void => {
    if (one) receive(other(one.from), one.from.office, one.id, one.text, around);
  };
  const wait = (ms: number): void => {
    clock.now += ms;
    ring(a, wujiang, around, false);
    ring(b, qingpu, around, false);
  };
  const settle = (): void => {
    for (let round = 0; round < 12; round += 1) {
      for (const one of flying.splice(0)) deliver(one);
      wait(400);
    }
    flying.splice(0);
  };
  const say: Pair['say'] = (office, side, kind, facts = {}) => {
    const { ports, store } = office;
    const moment = momentOf(office, around);
    const at = nextStamp(store.stamp, moment.nowMs);
    const slice = store.slices.get(request) ?? emptySlice(request);
    const saying = { kind, facts, body: null, files: [], actor: ports.self.actor, on: moment.on, at };
    const entry = writeRequestEntry(slice, side, saying, ports.self, ports);
    const beside = { appended: [entry], stamp: at };
    perform(office, other(office).office, { type: 'appended', entries: [entry.id] }, around, beside);
  };
  const state = (office: SimOffice): RequestState => {
    const events = eventsOf(office.store.slices.get(request) ?? emptySlice(request), office.ports.hashing);
    return foldRequest(events.r, events.e);
  };
  const digest = (office: SimOffice): string => requestDigest(state(office), office.ports.hashing);
  const stepState = (office: SimOffice): StepState => ({ link: peer(office).link, stamp: office.store.stamp });
  return { a, b, peer, stepState, around, flying, wait, settle, deliver, say, state, digest };
}
