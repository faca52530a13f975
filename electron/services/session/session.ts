import type { SecretStore } from '#electron/sealing/secret-store.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { Change, Topic } from '#shared/contract/topics.ts';
import type { OpenOffice } from '../context.ts';

/** Where the data lies and how it is opened on this machine. */
export type Desk = {
  /** The data folder. */
  readonly folder: string;
  /** In the sample: which of its two offices this is. */
  readonly name: 'own' | 'partner';
  /** The operating system's keychain, where there is one that protects. */
  readonly secretStore?: SecretStore;
  /** True when this desk shows the sample. */
  readonly sample: boolean;
};

/** What is open now on this desk, who sits at it, and who wants to know of changes. */
export type Session = {
  readonly desk: Desk;
  readonly open: () => OpenOffice | undefined;
  /** Takes over freshly opened data. */
  readonly adopt: (open: OpenOffice, me: UserId) => void;
  readonly me: () => UserId;
  readonly sitDown: (person: UserId) => void;
  /** Closes the data; nothing is readable until it is unlocked again. */
  readonly lock: () => void;
  /** Counts changes; screens compare it. */
  readonly revision: () => number;
  /** Counts a change and tells everybody which topics it touched. */
  readonly announce: (topics: readonly Topic[]) => void;
  /** Registers a listener; the answer removes it. */
  readonly onChanged: (listener: (change: Change) => void) => () => void;
};

type OpenState = { readonly open: OpenOffice; me: UserId };

/** Makes the session of one desk; nothing is open yet. */
export function createSession(desk: Desk): Session {
  const listeners = new Set<(change: Change) => void>();
  let state: OpenState | undefined;
  let revision = 1;
  return {
    desk,
    open: () => state?.open,
    adopt: (open, me) => {
      state?.open.store.close();
      state = { open, me };
    },
    me: () => {
      if (!state) throw new Error('nobody sits at a locked desk');
      return state.me;
    },
    sitDown: (person) => {
      if (state) state.me = person;
    },
    lock: () => {
      state?.open.store.close();
      state = undefined;
    },
    revision: () => revision,
    announce: (topics) => {
      revision += 1;
      for (const listener of listeners) listener({ topics, revision });
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
