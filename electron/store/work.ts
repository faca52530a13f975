/**
 * A long piece of work as whoever asked for it follows it: `step` says how much of it is done, in the unit of `total`;
 * once `cancelled` answers true it stops at the next place where nothing half done is left.
 */
export type Work = {
  readonly step: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
};

/** Somebody called the work off; what it had made was removed. */
export type Cancelled = { readonly code: 'cancelled' };

/** Work nobody follows. */
export const unwatched: Work = { step: () => undefined, cancelled: () => false };
