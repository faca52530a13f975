import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DeviceId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { foldRequest } from '#shared/domain/assist/fold.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import { otherSide, requestChain } from '#shared/protocol/chain-id.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { stamp } from '#shared/protocol/hybrid-clock.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import type { Signing } from '#shared/protocol/ports.ts';
import { emptySlice, eventsOf, type HeldEntry, headOf, type RequestSlice } from '#shared/protocol/slice.ts';
import type { StepPorts } from '#shared/protocol/step-types.ts';
import { takeEntry, type Work } from '#shared/protocol/take-entry.ts';
import { realCrypto } from '#tests/simulation/real-crypto.ts';

/** The one request these tests speak of. */
export const request = '01926b3c-0000-7000-8000-00000000aaaa' as RequestId;

/** A device of an office. */
export type Author = { readonly office: OfficeId; readonly device: DeviceId; readonly signing: Signing };

/** A device of an office, the same for the same name. */
export function author(office: string, name: string): Author {
  const signing = realCrypto.signing(`${office} ${name}`);
  return { office: office as OfficeId, device: deviceIdOf(signing.publicKey, realCrypto.hashing), signing };
}

/** The root key of an office. */
export function rootOf(office: string): Signing {
  return realCrypto.signing(`root of ${office}`);
}

/** Signs the next entry of a side on what `slice` holds. */
export function write(slice: RequestSlice, side: Side, by: Author, kind: string, facts: JsonObject, pen = 1): Entry {
  const draft = {
    ...{
      chain: requestChain(slice.request, side),
      kind,
      kv: 1,
      minReader: 1,
      office: by.office,
      device: by.device,
      pen,
    },
    ...{ seen: headOf(slice[otherSide(side)]), actor: 'u1' as UserId, on: '2026-03-02T09:00' },
    ...{ at: stamp(1_772_409_600_000, 0), facts, body: null, files: [] },
  };
  return makeEntry(draft, headOf(slice[side]), 's1', { hashing: realCrypto.hashing, signing: by.signing });
}

/** An office that takes in entries, with nothing around it. */
export type Desk = {
  readonly slice: (id?: RequestId) => RequestSlice;
  readonly take: (...entries: readonly Entry[]) => void;
  /** What is kept beside a side's chain: state and reason of each. */
  readonly beside: (side: Side) => readonly string[];
  readonly state: () => RequestState;
  readonly proven: () => boolean;
  /** Kinds of a side's chain, in order. */
  readonly kinds: (side: Side) => readonly string[];
};

/** The desk of `us`, which knows these devices and takes everything from `partner`. */
export function newDesk(us: Author, partner: OfficeId, known: readonly Author[]): Desk {
  const { hashing, verifying } = realCrypto;
  const self = {
    ...{ office: us.office, device: us.device, suite: 's1' as const, incarnation: 'a'.repeat(32), readOnly: false },
    ...{ kinds: [], reader: 1, actor: 'device' as UserId, officeKey: rootOf(us.office).publicKey },
  } as const;
  const ports: StepPorts = { self, hashing, verifying, signing: us.signing, rules: assistRules };
  const keys = new Map([us, ...known].map((one) => [one.device, { office: one.office, key: one.signing.publicKey }]));
  const slices = new Map<RequestId, RequestSlice>();
  const now = {
    nowMs: 1_772_409_600_000,
    on: '2026-03-02T09:00',
    today: localDate('2026-03-02'),
    nonce: 'b'.repeat(32),
  };
  const work: Work = {
    from: { office: partner, officeKey: rootOf(partner).publicKey, keys, requests: slices },
    ...{ moment: now, ports, slices, writes: [], outputs: [], own: [], stamp: undefined, proven: false },
  };
  const slice = (id: RequestId = request): RequestSlice => slices.get(id) ?? emptySlice(id);
  return {
    slice,
    take: (...entries) => {
      for (const { id, header, signature } of entries)
        takeEntry(work, { entry: { id, header, signature }, body: null });
    },
    beside: (side) => slice()[side].held.map(({ state, reason }: HeldEntry) => `${state} ${reason}`),
    state: () => {
      const events = eventsOf(slice(), hashing);
      return foldRequest(events.r, events.e);
    },
    proven: () => work.proven,
    kinds: (side) => slice()[side].entries.map(({ parsed }) => parsed.kind),
  };
}
