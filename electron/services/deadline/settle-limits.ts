import type { ReadDb } from '#electron/store/db.ts';
import type { Moment, Random } from '#shared/base/ports.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OpenOffice } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import type { Fact } from '../journal/fact.ts';
import { deviceActor } from '../session/new-device.ts';
import { calendarInForce } from './calendar-in-force.ts';
import { packLabel } from './recompute-deadlines.ts';
import { hasStaleLimits, type MovedLimit, recomputeStale } from './recompute-stale.ts';
import { rulesInForce } from './rules-in-force.ts';

/** Moved days listed in one entry at most: a header has bounds. */
const linesOfEntry = 200;

function recomputedFacts(db: ReadDb, moved: readonly MovedLimit[], on: string): readonly Fact[] {
  const by = { calendar: calendarInForce(db).version, packs: packLabel(rulesInForce(db)) };
  const parts = Math.max(1, Math.ceil(moved.length / linesOfEntry));
  return Array.from({ length: parts }, (_, part) => ({
    kind: 'deadline.recomputed',
    on,
    facts: {
      ...{ ...by, part: part + 1, parts, total: moved.length },
      moved: moved.slice(part * linesOfEntry, (part + 1) * linesOfEntry).map((line) => ({ ...line })),
    },
  }));
}

/**
 * Brings stored limits up to the calendar and the rules in force, when the data was written by a version that shipped
 * others: one act of the device that lists every last day that moved. With the present ones nothing is written.
 */
export function settleLimits(
  open: OpenOffice,
  opening: { readonly random: Random; readonly moment: Moment },
): Result<void, Failure> {
  if (!hasStaleLimits(open.store.db)) return ok(undefined);
  return inOneTransaction({ open }, (tx) => {
    // Computed before it is recorded, because the record says what moved; its projector then finds nothing left to do.
    const moved = recomputeStale(tx, open.office);
    append(tx, { ...opening, open, me: deviceActor }, recomputedFacts(tx, moved, opening.moment.today));
    return ok(undefined);
  });
}
