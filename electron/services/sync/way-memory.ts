import type { Cursor } from '#electron/exchange/transport.ts';
import type { DeviceId, OfficeId } from '#shared/base/ids.ts';

/**
 * A package that is of no use yet, read again when it has another size, or after a pause that doubles: its bytes are not
 * those its name says; or it came `early`, with too many others before one they follow, and once others came it may be its
 * turn.
 */
export type Torn = { readonly size: number; readonly at: number; readonly wait: number; readonly early: boolean };

/** What is known of our chunks that lie with a way for one partner. */
export type Lying = {
  /** The word of the partner the doubts are of; '' before its first one. */
  word: string;
  /** Chunks that lie there, or are being handed over, with when that became known; and those that need not be asked for. */
  readonly known: Map<string, number>;
  readonly sure: Set<string>;
  /** Chunks the partner seems not to get although they lie there: they are compared, or handed over again. */
  readonly doubted: Set<string>;
};

/** What was said to one partner over one way. */
export type Said = {
  /** Our stream was handed over up to here; undefined before the first time. */
  handed: number | undefined;
  /** Everything beyond this place is to be handed over again; undefined when nothing is. */
  again: number | undefined;
  /** By the device whose stream it is about, the number of our receipt that was handed over last. */
  readonly receipts: Map<DeviceId, number>;
  /** Our chunks that lie there, and whether more of files may be moved at once. */
  readonly lying: Lying;
  more: boolean;
  /** Chunks of theirs that came another way, of which this way was not told yet that they are here. */
  readonly gained: Set<string>;
  /** The partner could not be served on this way: it is not tried again before then, by a pause that doubles. */
  rest: { readonly until: number; readonly ms: number } | undefined;
};

/** What is remembered of a way between rounds; forgetting it costs time and nothing else. Times in ms since 1970. */
export type WayMemory = {
  cursor: Cursor;
  torn: ReadonlyMap<string, Torn>;
  /** Whether it could be used when it was last tried; undefined before the first time. */
  reached: boolean | undefined;
  /** When it could last be used, and what of that is written down. */
  seenAt: number | undefined;
  keptAt: number | undefined;
  /** Failure codes: why it cannot be used now; what it refused to carry in its last turn. */
  fault: string | undefined;
  refused: string | undefined;
  readonly said: Map<OfficeId, Said>;
  /** The partners' receipts it was tidied by, and when it was last looked through for unfinished files. */
  tidied: string | undefined;
  clearedAt: number | undefined;
};

/** Nothing is known of a way yet. */
export function newWayMemory(): WayMemory {
  return {
    ...{ cursor: new Set<string>(), torn: new Map(), said: new Map() },
    ...{ reached: undefined, seenAt: undefined, keptAt: undefined, fault: undefined, refused: undefined },
    ...{ tidied: undefined, clearedAt: undefined },
  };
}

/** What was said to a partner over a way; nothing at first. */
export function saidTo(memory: WayMemory, office: OfficeId): Said {
  const known = memory.said.get(office);
  if (known) return known;
  const fresh: Said = {
    ...{ handed: undefined, again: undefined, rest: undefined, more: false },
    ...{
      receipts: new Map(),
      gained: new Set(),
      lying: { word: '', known: new Map(), sure: new Set(), doubted: new Set() },
    },
  };
  memory.said.set(office, fresh);
  return fresh;
}

/** Says that chunks of a partner came, so that its other ways need not carry them. */
export type Gained = (from: OfficeId, chunks: readonly string[]) => void;

/** What one way's turn says to the other ways, and asks of them. */
export type OtherWays = {
  /** Everything of our stream beyond `above` is to be handed over again, on every way of the partner. */
  readonly offer: (office: OfficeId, above: number) => void;
  /** Chunks came on this way. */
  readonly gained: Gained;
  /** Something came in that screens may show at once. */
  readonly news: () => void;
  /** Whether a chunk of ours lies for a partner with another way that can be used, since not too long ago. */
  readonly lies: (office: OfficeId, hash: string) => boolean;
};
