import type { DeviceId, OfficeId, UserId } from '#shared/base/ids.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { deviceIdOf, suiteOfKey } from '#shared/protocol/device-key.ts';
import { partiesOf } from '#shared/protocol/pen.ts';
import type { RequestSlice } from '#shared/protocol/slice.ts';
import type { DeviceKey, StepMoment, StepPorts } from '#shared/protocol/step-types.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type KeptBundle, newStore, type SimStore } from './sim-store.ts';
import type { SimCrypto } from './stub-crypto.ts';
import type { Watch } from './watch.ts';

/** What an office hands to a carrier. */
export type Package = {
  readonly from: OfficeId;
  readonly to: OfficeId;
  readonly id: string;
  readonly text: string;
};

/** The world around an office. */
export type Around = {
  readonly now: () => number;
  /** Of what happens at the moment. */
  random: SeededRandom;
  /** 32 hex characters never given before. */
  readonly nonce: () => string;
  readonly put: (from: SimOffice, what: Package) => void;
  readonly wake: (office: SimOffice, at: number) => void;
  /** One more step is about to run. */
  readonly counted: () => void;
  readonly died: (office: SimOffice, down: number) => void;
  readonly watch: Watch;
  /** How often a person's act is of a kind only a newer version knows. */
  readonly later: number;
  readonly note: (line: string) => void;
};

/** A crash that is to come: in the step after the next `after` ones. */
export type ComingCrash = {
  after: number;
  readonly point: 'before-commit' | 'after-commit';
  readonly down: number;
};

/** One simulated office: its disk, its keys and whether its program runs. */
export type SimOffice = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly store: SimStore;
  ports: StepPorts;
  readonly keys: Map<DeviceId, DeviceKey>;
  /** How far its wall clock is off, in milliseconds. */
  skew: number;
  up: boolean;
  /** Virtual time until which nothing more fits on its disk. */
  fullUntil: number;
  crash: ComingCrash | undefined;
};

/** Sets up an office with one device and no partner yet. */
export function newOffice(office: OfficeId, crypto: SimCrypto, random: SeededRandom): SimOffice {
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
    store: newStore(),
    ports: { self, hashing: crypto.hashing, verifying: crypto.verifying, signing, rules: assistRules },
    keys: new Map([[device, { office, key: signing.publicKey }]]),
    skew: 0,
    up: true,
    fullUntil: 0,
    crash: undefined,
  };
}

/** The present as that office's clock shows it. */
export function momentOf(office: SimOffice, around: Around): StepMoment {
  const ms = around.now() + office.skew;
  const today = shanghaiDate(ms);
  return { nowMs: ms, on: `${today}T${shanghaiTime(ms)}`, today, nonce: around.nonce() };
}

/** The other office of a request; undefined while its opening is not here. */
export function otherOf(slice: RequestSlice, office: OfficeId): OfficeId | undefined {
  const parties = partiesOf(slice);
  if (!parties) return undefined;
  return (parties.requester === office ? parties.executor : parties.requester) as OfficeId;
}

/** What a kept bundle is called in a trace. */
export const runOf = ({ first, last }: Pick<KeptBundle, 'first' | 'last'>): string =>
  first === last ? `${first}` : `${first} to ${last}`;
