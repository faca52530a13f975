import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { OfficeId, RequestId } from '#shared/base/ids.ts';
import { parseOfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { nextStamp } from '#shared/protocol/hybrid-clock.ts';
import { requestDigest } from '#shared/protocol/request-digest.ts';
import { emptySlice, eventsOf } from '#shared/protocol/slice.ts';
import { writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { seededRandom } from '#tests/simulation/seeded-random.ts';
import {
  type Around,
  momentOf,
  newOffice,
  perform,
  receive,
  ring,
  type SimOffice,
} from '#tests/simulation/sim-office.ts';
import type { SimCrypto } from '#tests/simulation/stub-crypto.ts';
import { newWatch } from '#tests/simulation/watch.ts';

/** A package on its way. */
export type Flying = { readonly from: SimOffice; readonly id: string; readonly text: string };

/** Two offices and everything between them in the hands of a test: nothing moves unless it says so. */
export type Pair = {
  readonly a: SimOffice;
  readonly b: SimOffice;
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
  const a = newOffice(qingpu, wujiang, crypto, random);
  const b = newOffice(wujiang, qingpu, crypto, random);
  for (const [device, key] of b.keys) a.keys.set(device, key);
  for (const [device, key] of a.keys) b.keys.set(device, key);
  const other = (office: SimOffice): SimOffice => (office === a ? b : a);
  const flying: Flying[] = [];
  const around: Around = {
    now: () => clock.now,
    random,
    nonce: () => (clock.nonces++).toString(16).padStart(32, '0'),
    put: (from, id, text) => flying.push({ from, id, text }),
    crash: () => undefined,
    wake: () => undefined,
    watch: newWatch(other),
    later: 0,
  };
  const deliver = (one: Flying | undefined): void => {
    if (one) receive(other(one.from), one.id, one.text, around);
  };
  const wait = (ms: number): void => {
    clock.now += ms;
    ring(a, around, false);
    ring(b, around, false);
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
    const at = nextStamp(store.state.stamp, moment.nowMs);
    const slice = store.slices.get(request) ?? emptySlice(request);
    const saying = { kind, facts, body: null, files: [], actor: ports.self.actor, on: moment.on, at };
    const entry = writeRequestEntry(slice, side, saying, ports.self, ports);
    perform(office, { type: 'appended', entries: [entry.id] }, around, undefined, [entry]);
  };
  const state = (office: SimOffice): RequestState => {
    const events = eventsOf(office.store.slices.get(request) ?? emptySlice(request), office.ports.hashing);
    return foldRequest(events.r, events.e);
  };
  const digest = (office: SimOffice): string => requestDigest(state(office), office.ports.hashing);
  return { a, b, around, flying, wait, settle, deliver, say, state, digest };
}
