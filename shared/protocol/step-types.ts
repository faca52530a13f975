import type { DeviceId, EntryId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { AssistRules } from '#shared/domain/assist/rules.ts';
import type { Bundle } from './bundle.ts';
import type { Entry, SealedEntry, SuiteId } from './entry.ts';
import type { Stamp } from './hybrid-clock.ts';
import type { Link } from './link.ts';
import type { Hashing, Signing, Verifying } from './ports.ts';
import type { MissingFile, Receipt, StoredOpening } from './receipt.ts';
import type { SignedDocument } from './signed-document.ts';
import type { HeldState, RequestSlice } from './slice.ts';

/** A device key an office answers for, from a card or a certificate. */
export type DeviceKey = { readonly office: OfficeId; readonly key: string };

/** Who we are in this exchange. Constant while the program runs, but for `readOnly`. */
export type Self = {
  readonly office: OfficeId;
  readonly device: DeviceId;
  readonly suite: SuiteId;
  /** Changes when the data came out of a backup. */
  readonly incarnation: string;
  /** After a restore: requests are only read; nothing of ours is written into their chains. */
  readonly readOnly: boolean;
  readonly kinds: readonly string[];
  readonly reader: number;
  /** Public root key of our office, which answers for our own takeovers. */
  readonly officeKey?: string;
  /** Stands as the actor of what the device writes by itself. */
  readonly actor: UserId;
};

/** The present, read by the caller. `on` is the local moment 'YYYY-MM-DDTHH:MM', `nonce` 32 fresh random hex characters. */
export type StepMoment = {
  readonly nowMs: number;
  readonly on: string;
  readonly today: LocalDate;
  readonly nonce: string;
};

/** Everything a step may use besides its state and input: pure functions and our identity. */
export type StepPorts = {
  readonly self: Self;
  readonly hashing: Hashing;
  readonly verifying: Verifying;
  readonly signing: Signing;
  /** This device under its key of another suite: who writes in requests of that one. */
  readonly also?: { readonly device: DeviceId; readonly signing: Signing };
  readonly rules: AssistRules;
};

/** What is kept between steps: the link to the partner and the newest stamp of this device's clock. */
export type StepState = { readonly link: Link; readonly stamp: Stamp | undefined };

/** What the backend gathers for a bundle: the partner's office key, device keys by id, and the requests it speaks of. */
export type Gathered = {
  readonly officeKey: string | undefined;
  /** Devices the partner's card revokes: their keys still verify, but nothing their own streams bring counts any longer. */
  readonly revoked?: readonly DeviceId[];
  /** Texts of the certificates that are kept, whose keys are among `keys`. */
  readonly certificates?: ReadonlySet<string>;
  readonly keys: ReadonlyMap<DeviceId, DeviceKey>;
  readonly requests: ReadonlyMap<RequestId, RequestSlice>;
};

/** What the backend gathers for a receipt, newest first, at most 200 each. */
export type ReceiptLists = {
  readonly opened: readonly StoredOpening[];
  readonly rejected: readonly EntryId[];
  readonly notUnderstood: readonly EntryId[];
  readonly missing: readonly MissingFile[];
  /** Hash of the partner's card we hold, or null. */
  readonly card: string | null;
  /** Our own card, which goes along until the partner's receipt names it. */
  readonly own?: { readonly hash: string; readonly document: SignedDocument } | undefined;
  /** The partner's receiving device, as its card names it. */
  readonly intake?: DeviceId | undefined;
};

/** What can happen on a link. */
export type StepInput =
  | { readonly type: 'bundle'; readonly id: string; readonly bundle: Bundle; readonly gathered: Gathered }
  /** A package of this partner that could not be opened or read. */
  | { readonly type: 'bad-package'; readonly id: string; readonly code: string }
  /**
   * `key`: of the device that signed, when it is the receiving one of the partner's newest card. `rootAt`: root of our
   * stream at the receipt's position, undefined when we have no such position. `back`: what `askedBack` names of the
   * partner's streams and is not in our stream yet, in order, as far as it can be read.
   */
  | {
      readonly type: 'receipt';
      readonly receipt: Receipt;
      readonly document: SignedDocument;
      readonly key: DeviceKey | undefined;
      readonly rootAt: string | undefined;
      readonly back?: readonly EntryId[];
    }
  /** Entries of ours that were just appended to chains shared with this partner, in order. */
  | { readonly type: 'appended'; readonly entries: readonly EntryId[] }
  /** A carrier took our stream up to this number. */
  | { readonly type: 'given'; readonly upTo: number }
  /** Entries that waited beside the chains of these requests may follow now: what contradicted them was taken out. */
  | { readonly type: 'follow'; readonly gathered: Gathered }
  /** A newer program or the end of a restore: commands that waited are put in order now. */
  | { readonly type: 'catch-up'; readonly slice: RequestSlice }
  /** The time a timer named has come. `force`: make receipts now, for a stick that is about to leave. */
  | { readonly type: 'tick'; readonly lists: ReceiptLists; readonly force: boolean };

/** What the backend writes in the one transaction of the step, in this order, with the returned state. */
export type StepWrite =
  /**
   * An entry takes its place in its chain and is no longer kept beside it (`held`: it was until now). One that is not
   * `understood` is named in receipts; its chain's fold stops there.
   */
  | { readonly type: 'chained'; readonly entry: Entry; readonly held: boolean; readonly understood: boolean }
  /** An entry our device wrote by itself, appended to its chain. */
  | { readonly type: 'own'; readonly entry: Entry }
  /** An entry that is kept beside its chain. `chain` is empty when its header cannot be read. */
  | {
      readonly type: 'held';
      readonly sealed: SealedEntry;
      readonly body: string | null;
      readonly chain: string;
      readonly seq: number;
      readonly state: HeldState;
      readonly reason: string;
    }
  /** Place of an entry in the partner device's stream. */
  | {
      readonly type: 'received';
      readonly device: DeviceId;
      readonly n: number;
      readonly entry: EntryId;
      readonly root: string;
    }
  /** Place of an entry of ours in our stream to the partner. */
  | { readonly type: 'streamed'; readonly n: number; readonly entry: EntryId; readonly root: string }
  /** A root key's certificate for a device of its office: the partner's, or ours from a life this data does not know. */
  | {
      readonly type: 'certificate';
      readonly office: OfficeId;
      readonly device: DeviceId;
      readonly key: string;
      readonly document: SignedDocument;
    }
  /** The bundle's bytes are kept until an earlier run arrives; or need not be kept any longer. */
  | { readonly type: 'hold-bundle'; readonly id: string }
  | { readonly type: 'drop-bundle'; readonly id: string }
  /** The package's bytes go to quarantine. */
  | { readonly type: 'set-aside'; readonly id: string; readonly code: string }
  /** The partner's word was believed: bundles up to this number need not be kept. */
  | { readonly type: 'receipted'; readonly receipt: Receipt; readonly document: SignedDocument }
  | { readonly type: 'receipt-made'; readonly receipt: Receipt; readonly document: SignedDocument };

/** What the backend does after the commit. Losing one to a crash loses nothing: the timers bring it again. */
export type StepOutput =
  /** Put every bundle of our stream that reaches beyond `above`, making those that are not made yet. */
  | { readonly type: 'send'; readonly above: number }
  | { readonly type: 'receipt'; readonly document: SignedDocument }
  /** Feed this held bundle to the step again. */
  | { readonly type: 'replay'; readonly id: string }
  /** This bundle came before an earlier run, and no more of them are held: it must be fed again once others came. */
  | { readonly type: 'no-room'; readonly id: string }
  | {
      readonly type: 'alarm';
      readonly code: AlarmCode;
      readonly request: RequestId | null;
      readonly entry: EntryId | null;
    };

/**
 * What a person must be told.
 * - fork: a chain contradicts itself, signed evidence is kept. entry-rejected: an entry failed, its chain stops here.
 * - stream-fork: the partner's stream contradicts what we hold. own-rollback: the partner holds entries of ours we lack.
 * - bundle-set-aside: a package failed as a whole and is asked for again.
 */
export type AlarmCode = 'fork' | 'entry-rejected' | 'stream-fork' | 'own-rollback' | 'bundle-set-aside';

/** What a step gives back. `timers` holds the next time a tick is wanted, or nothing. */
export type StepResult = {
  readonly state: StepState;
  readonly writes: readonly StepWrite[];
  readonly outputs: readonly StepOutput[];
  readonly timers: readonly number[];
};
