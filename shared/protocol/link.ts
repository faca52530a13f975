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
  /** The partner's receipt names entries of ours that we do not have: our data is older than it should be. */
  readonly rolledBack: boolean;
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
    rolledBack: false,
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
