import type { WriteDb } from '#electron/store/db.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Entry } from '#shared/protocol/entry.ts';

/** An entry as projections see it: `content` is undefined when the body was withheld or erased. */
export type Arrived = {
  readonly entry: Entry;
  readonly content: Readonly<Record<string, unknown>> | undefined;
  /** Number in the order of arrival. */
  readonly n: number;
  /** Date it became known here. */
  readonly date: LocalDate;
  /** More entries of the same request follow in this transaction: what is folded from its chains waits for the last. */
  readonly more?: boolean;
  /**
   * More facts about the same file follow in this transaction: limits and search wait for the last. A rebuild does not
   * know of it and comes to the same tables.
   */
  readonly midway?: true;
};

/** Whose copy this is; projections treat our own side and the partner's differently. */
export type Whose = { readonly office: string; readonly device: string };

/**
 * Turns one entry into table rows. Runs in the entry's own transaction, for new entries and in a rebuild alike, and
 * depends on nothing but the entry, the tables and `whose`: no clock, no randomness.
 */
export type Projector = (tx: WriteDb, arrived: Arrived, whose: Whose) => void;

/** A stored entry with its place and date in the order of arrival; its body is read by those who need it. */
export type Stored = Omit<Arrived, 'content'>;

/** As `Projector`, for what reads the bodies of a whole chain itself. */
export type StoredProjector = (tx: WriteDb, stored: Stored, whose: Whose) => void;
