import type { SecretStore } from '#electron/sealing/secret-store.ts';
import type { FolderLock } from '#electron/store/folder-lock.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Change, Topic } from '#shared/contract/topics.ts';
import type { OpenOffice } from '../context.ts';
import type { Exchanging } from '../sync/office-exchange.ts';
import type { WayHealth } from '../sync/way-health.ts';
import { createWorks, type Works } from '../work/works.ts';

/** Going into the sample and out of it; the composition of the desks does it, since it concerns both of them. */
export type SampleDoor = {
  readonly enter: () => Promise<Result<void, Failure>>;
  readonly leave: () => Promise<Result<void, Failure>>;
};

/** Where the data lies and how it is opened on this machine. */
export type Place = {
  /** Proof that this process alone works on the data folder. */
  readonly lock: FolderLock;
  /** Which desk of this machine this is; 'partner' exists in the sample only. */
  readonly desk: Desk;
  readonly sample: boolean;
  /** The operating system's keychain, where there is one that protects. */
  readonly secretStore: SecretStore | undefined;
  readonly sampleDoor: SampleDoor | undefined;
  /** Version of the product. */
  readonly version: string;
};

/** What is open now on this desk, who sits at it, and who wants to know of changes. */
export type Session = {
  readonly place: Place;
  readonly open: () => OpenOffice | undefined;
  /** Why the data could not be opened although its key was there (failure code); undefined when it was not tried or opened. */
  readonly damage: () => string | undefined;
  /** Remembers what a try to open the data came to. */
  readonly noteDamage: (code: string | undefined) => void;
  /** Takes over freshly opened data. */
  readonly adopt: (open: OpenOffice, me: UserId) => void;
  readonly me: () => UserId;
  readonly sitDown: (person: UserId) => void;
  /** Closes the data; nothing is readable until it is unlocked again. */
  readonly lock: () => void;
  /** Runs `work` once everything that makes or opens the data before it is over, so that two such acts never meet. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Long pieces of work that say how far they are and can be called off. */
  readonly works: Works;
  /** Counts changes; screens compare it. */
  readonly revision: () => number;
  /** Counts a change and tells everybody which topics it touched. */
  readonly announce: (topics: readonly Topic[]) => void;
  /** One exchange round with everybody in reach; answers when it is over. */
  readonly exchangeNow: () => Promise<void>;
  /** How every way of the exchange does now, in bounded time. */
  readonly exchangeWays: () => Promise<readonly WayHealth[]>;
  /** Tells the exchange that chunks of a partner came by stick. */
  readonly exchangeGained: Exchanging['gained'];
  /** Which chunks of ours lie with any way for a partner, as far as that is known without asking. */
  readonly exchangeLying: Exchanging['lying'];
  /** Says who carries out the exchange. */
  readonly exchangeBy: (exchanging: Exchanging) => void;
  /** Registers a listener; the answer removes it. */
  readonly onChanged: (listener: (change: Change) => void) => () => void;
};

type OpenState = { readonly open: OpenOffice; me: UserId };

/** Carries out one piece of work after the other, whatever becomes of the one before. */
function createTurns(): Session['inTurn'] {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = turn.then(work, work);
    turn = done;
    return done;
  };
}

type Exchange = Pick<Session, 'exchangeNow' | 'exchangeWays' | 'exchangeGained' | 'exchangeLying' | 'exchangeBy'>;

/** Asks whoever carries out the exchange; nobody does yet. */
function createExchange(): Exchange {
  let exchanging: Exchanging = {
    round: () => Promise.resolve(),
    ways: () => Promise.resolve([]),
    gained: () => undefined,
    lying: () => new Set(),
  };
  return {
    exchangeNow: () => exchanging.round(true),
    exchangeWays: () => exchanging.ways(),
    exchangeGained: (from, chunks) => exchanging.gained(from, chunks),
    exchangeLying: (office) => exchanging.lying(office),
    exchangeBy: (by) => {
      exchanging = by;
    },
  };
}

/** Makes the session of one desk; nothing is open yet. */
export function createSession(place: Place): Session {
  const listeners = new Set<(change: Change) => void>();
  let state: OpenState | undefined;
  let damage: string | undefined;
  let revision = 1;
  const close = (): void => {
    state?.open.store.close();
    state = undefined;
  };
  const announce: Session['announce'] = (touched) => {
    revision += 1;
    for (const listener of listeners) listener({ topics: touched, revision });
  };
  return {
    place,
    works: createWorks(() => announce(['work'])),
    announce,
    open: () => state?.open,
    damage: () => damage,
    noteDamage: (code) => {
      damage = code;
    },
    adopt: (open, me) => {
      close();
      damage = undefined;
      state = { open, me };
    },
    me: () => {
      if (!state) throw new Error('nobody sits at a locked desk');
      return state.me;
    },
    sitDown: (person) => {
      if (state) state.me = person;
    },
    lock: close,
    inTurn: createTurns(),
    revision: () => revision,
    ...createExchange(),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
