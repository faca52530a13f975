/** The status of a file as far as its place depends on it. */
type Status = 'received' | 'accepted' | 'closed';

/**
 * Where a file stands in the order of lists: its day as YYYYMMDD, or what stands for its status when it has none. Files
 * of one slot lie together in the search index, so that it answers in the order of the list.
 */
export type Slot = number;

const undated: Readonly<Record<Status, Slot>> = { received: 1, accepted: 2, closed: 3 };

/** Files and slots in one number: 26 bits for the file, and what is left of 53 is enough for the year 9999. */
const files = 2 ** 26;

/** A day as lists sort by it, 20261120 for '2026-11-20'. */
function dayNumber(day: string): number {
  return Number(day.slice(0, 10).replaceAll('-', ''));
}

/** The slot of a file with this last day and status. */
export function slotOf(due: string | null, status: Status): Slot {
  return due === null ? undated[status] : dayNumber(due);
}

/** The row of the search index that holds file `n` in `slot`; a bigint, since a number this large is bound as a float. */
export function placeOf(slot: Slot, n: number): bigint {
  if (n >= files) throw new Error('more files than a place can name');
  return BigInt(slot * files + n);
}

/** SQL for the number of the file at a place. */
export const fileAt = (place: string): string => `(${place} & ${files - 1})`;

/** The number of the file at a place. */
export function fileOf(place: number): number {
  return place % files;
}

/** One run of places in the order of the list: from `from` on and before `to`, the last ones first when `down`. */
export type Run = { readonly from: bigint; readonly to: bigint; readonly down: boolean };

/** The runs a list ordered by due consists of: due today or later, overdue, then without a day by status. */
export function runsOf(today: string, statuses: readonly Status[]): readonly Run[] {
  const [now, first, end] = [dayNumber(today), 10_000_000, 100_000_000];
  return [
    { from: placeOf(now, 0), to: placeOf(end, 0), down: false },
    { from: placeOf(first, 0), to: placeOf(now, 0), down: true },
    ...statuses.map((status) => {
      const slot = undated[status];
      return { from: placeOf(slot, 0), to: placeOf(slot + 1, 0), down: true };
    }),
  ];
}
