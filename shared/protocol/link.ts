import type { DeviceId, OfficeId } from '#shared/base/ids.ts';
import { type StreamPosition, streamStart } from './stream.ts';

/** A bundle kept until an earlier run of the same stream arrives. */
export type HeldBundle = { readonly id: string; readonly first: number; readonly last: number };

/** What we hold of one partner device's stream. */
export type Incoming = {
  readonly position: StreamPosition;
  /** At most 32; what does not fit is asked for again. */
  readonly held: readonly HeldBundle[];
  /** A bundle was set aside: its run is asked for again until it arrives whole. */
  readonly asks: boolean;
};

/** The partner's latest receipt we believe. */
export type Believed = { readonly incarnation: string; readonly number: number; readonly upTo: number };

/** Of the stream of one device of an office: what lies above a position. */
export type Above = { readonly stream: DeviceId; readonly above: number };

/** A call for entries back: those above a position of each named stream, and all of every other former device's. */
export type Returns = { readonly nonce: string; readonly streams: readonly Above[] };

/**
 * What a partner called for, as far as it is in our stream to it; `by`: its device that asked, whose own stream does not go
 * back unless it is named.
 */
export type StandingReturns = Returns & { readonly by: DeviceId };

/** All that was called for with this nonce lies in the answering device's stream up to `upTo`. */
export type Returned = { readonly nonce: string; readonly upTo: number };

/**
 * We ask this partner for entries of ours back, and write nothing into requests with it until they are here: another
 * device wrote this data before ('new-life'), or the partner says that it holds more of ours than we do ('doubt').
 */
export type Asking = Returns & {
  readonly why: 'new-life' | 'doubt';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The partner's answer: everything lies in the stream of this device of its up to that position. */
  readonly answered: { readonly device: DeviceId; readonly upTo: number } | null;
};

/**
 * The partner's receipt names entries of ours that we do not have. 'claimed': its word alone; 'proven': an entry that our
 * own device signed came back; 'refuted': asked for them it gave none, or a person set the claim aside.
 */
export type Doubt = {
  readonly kind: 'claimed' | 'proven' | 'refuted';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How far our stream reached, as the receipt said. */
  readonly upTo: number;
};

/**
 * Everything our device knows of its exchange with one partner office. Small and of fixed size, whatever the number of
 * requests; saved in the same transaction as the entries it speaks of. Times are milliseconds since 1970.
 */
export type Link = {
  readonly partner: OfficeId;
  /** Our stream to the partner. */
  readonly out: StreamPosition;
  /** Highest number given to a carrier: for the word 已发出 only, never to decide what the partner lacks. */
  readonly given: number;
  readonly believed: Believed | null;
  /** Incarnations of the partner's data that were replaced by a proven later one; newest first, at most 8. */
  readonly retired: readonly string[];
  /** Our newest nonce, and whether somebody has echoed it already. */
  readonly nonce: string;
  readonly nonceUsed: boolean;
  /** The partner's newest nonce, echoed in our receipts. */
  readonly theirNonce: string | null;
  /** What its programs can read, as its latest receipt says; null before the first. */
  readonly theirs: { readonly reader: number; readonly kinds: readonly string[]; readonly card: string | null } | null;
  readonly incoming: Readonly<Record<DeviceId, Incoming>>;
  readonly receipt: {
    /** Number of the last receipt made in this incarnation. */
    readonly number: number;
    readonly dueAt: number | null;
    readonly lastAt: number;
    /** Pause before the next receipt that says nothing new. */
    readonly quiet: number;
    /** Pause before the next periodic receipt. */
    readonly idle: number;
  };
  readonly resend: { readonly at: number | null; readonly lastAt: number; readonly wait: number };
  readonly doubt: Doubt | null;
  /** What we ask back, and what the partner asked back of us: that stands, whatever arrives later goes back too. */
  readonly asking: Asking | null;
  readonly returns: StandingReturns | null;
  readonly returned: Returned | null;
};

/** Least pause between two receipts to one partner. */
export const coalesceMs = 300;
/** First pause before a receipt that says nothing new; doubled each time. */
export const firstQuietMs = 1_000;
/** First pause before a periodic receipt; doubled each time. */
export const firstIdleMs = 60_000;
/** First pause before sending again what no receipt covers; doubled each time. */
export const firstResendMs = 10_000;
/** No pause before sending again, or before a receipt without news, grows beyond this. */
export const longestMs = 6 * 3_600_000;
/** No pause between periodic receipts grows beyond this. */
export const longestIdleMs = 24 * 3_600_000;
/** Most bundles held for one stream. */
export const mostHeld = 32;

/** A link to a partner with whom nothing was exchanged yet. `nonce`: 32 random hex characters. */
export function newLink(partner: OfficeId, nonce: string): Link {
  return {
    partner,
    out: streamStart,
    given: 0,
    believed: null,
    retired: [],
    nonce,
    nonceUsed: false,
    theirNonce: null,
    theirs: null,
    incoming: {},
    receipt: { number: 0, dueAt: null, lastAt: 0, quiet: firstQuietMs, idle: firstIdleMs },
    resend: { at: null, lastAt: 0, wait: firstResendMs },
    doubt: null,
    asking: null,
    returns: null,
    returned: null,
  };
}

/** What we hold of a device's stream; nothing at first. */
export function incomingOf(link: Link, device: DeviceId): Incoming {
  return link.incoming[device] ?? { position: streamStart, held: [], asks: false };
}

/** The link with what we hold of a device's stream replaced. */
export function withIncoming(link: Link, device: DeviceId, incoming: Incoming): Link {
  return { ...link, incoming: { ...link.incoming, [device]: incoming } };
}

/** How much of our stream the partner is known to hold. */
export function receiptedUpTo(link: Link): number {
  return link.believed?.upTo ?? 0;
}

/** Whether we may write into requests with this partner: nothing is asked back, and nothing it said is in doubt. */
export function mayWriteOn(link: Link): boolean {
  return link.asking === null && (link.doubt === null || link.doubt.kind === 'refuted');
}

/** Whether everything we asked back is stored here. */
export function isAnswered(link: Link): boolean {
  const answered = link.asking?.answered;
  return answered ? incomingOf(link, answered.device).position.n >= answered.upTo : false;
}
