import type { Signing, Suite } from '#electron/sealing/suite.ts';
import type { Store } from '#electron/store/store.ts';
import type { DeviceId, OfficeId, UserId } from '#shared/base/ids.ts';
import type { Clock, Log, Moment, Random } from '#shared/base/ports.ts';
import type { Result } from '#shared/base/result.ts';
import type { CallName, CallOutput, Contract, HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Topic } from '#shared/contract/topics.ts';
import type { Identity } from './identity.ts';
import type { OfficeKeys } from './office-keys.ts';
import type { Session } from './session/session.ts';

/** What the product takes from the machine it runs on. */
export type Ports = { readonly clock: Clock; readonly random: Random; readonly log: Log };

/** The open data of this office on this device, with the keys that write and read for it. */
export type OpenOffice = {
  readonly store: Store;
  readonly suite: Suite;
  readonly office: OfficeId;
  readonly device: DeviceId;
  /** Signs entries, bundles and receipts of this device. */
  readonly signing: Signing;
  /** This device under its key of another suite, for requests written in that one; null without such a key. */
  readonly also: Identity | null;
  readonly keys: OfficeKeys;
  /** Folder of the chunk store. */
  readonly chunks: string;
};

/** What every call is given. */
export type BaseContext = Ports & {
  readonly session: Session;
  /** The present, read once a call so that everything in one act bears one time. */
  readonly moment: Moment;
};

/** What a call on open data is given. */
export type OfficeContext = BaseContext & {
  readonly open: OpenOffice;
  /** Who sits at the desk. */
  readonly me: UserId;
  /** Announces further topics beyond those the contract names for the call. */
  readonly touch: (topics: readonly Topic[]) => void;
};

type Answer<N extends CallName> = Result<CallOutput<N>, Failure>;

/** What carries out call `N`. Expected refusals are answers; a throw is a bug and is answered as 'internal'. */
export type Handler<N extends CallName> = (
  context: Contract[N]['gate'] extends 'any' ? BaseContext : OfficeContext,
  input: HandlerInput<N>,
) => Answer<N> | Promise<Answer<N>>;

/** One handler for every call: a call without one does not compile. */
export type Handlers = { readonly [N in CallName]: Handler<N> };
