import type { ReadDb } from '#electron/store/db.ts';
import type { EntryId } from '#shared/base/ids.ts';
import type { Fact } from '../journal/fact.ts';
import { calendarInForce } from './calendar-in-force.ts';
import { packLabel } from './recompute-deadlines.ts';
import type { MovedLimit } from './recompute-stale.ts';
import { rulesInForce } from './rules-in-force.ts';

/** Moved days listed in one entry at most: a header has bounds. */
const linesOfEntry = 200;

/**
 * The record that limits were computed anew: by which calendar and rules, and every last day that moved, in as many
 * entries as the list needs. `change` is the confirmed change they moved for; left out when another version of the
 * program ships others.
 */
export function recomputedFacts(
  db: ReadDb,
  moved: readonly MovedLimit[],
  on: string,
  change?: EntryId,
): readonly Fact[] {
  const by = { calendar: calendarInForce(db).version, packs: packLabel(rulesInForce(db)) };
  const parts = Math.max(1, Math.ceil(moved.length / linesOfEntry));
  return Array.from({ length: parts }, (_, part) => ({
    kind: 'deadline.recomputed',
    on,
    facts: {
      ...{ ...by, part: part + 1, parts, total: moved.length },
      ...(change === undefined ? {} : { change }),
      moved: moved.slice(part * linesOfEntry, (part + 1) * linesOfEntry).map((line) => ({ ...line })),
    },
  }));
}
