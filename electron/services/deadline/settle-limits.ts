import type { Moment, Random } from '#shared/base/ports.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { OpenOffice } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { deviceActor } from '../session/new-device.ts';
import { hasStaleLimits, recomputeStale } from './recompute-stale.ts';
import { recomputedFacts } from './recomputed-facts.ts';

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
