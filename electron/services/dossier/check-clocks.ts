import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { ReviewCode } from '#shared/domain/deadline/deadline.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import { computeLimit } from '../deadline/compute-limit.ts';

/** Events that must count: a step that says it suspends or lengthens a limit and does not would deceive. */
const mustCount: ReadonlySet<string> = new Set(['SUSPEND', 'RESUME', 'EXTEND', 'EXCLUDE_BEGIN', 'EXCLUDE_END']);
/** Applied by the computation all the same, and yet no step may be taken that way. */
const never: ReadonlySet<ReviewCode> = new Set<ReviewCode>(['ground-unknown', 'extend-beyond']);

/** Whether the clock events a step would write count, by the rules in force. */
export function checkClocks(db: ReadDb, dossier: DossierId, clocks: readonly ClockAct[]): Result<undefined, Failure> {
  const known = clockEventsOf(db, dossier);
  for (const { rule, of = '', ...event } of clocks.filter(({ type }) => mustCount.has(type))) {
    // The ground stands in the header, which outlives every erasing: a code of the law, never free text.
    if (event.ground !== undefined && !clockGround(event.ground)) return err(refused('clock.ground-unknown'));
    const events = known.get(limitKeyText({ rule, of })) ?? [];
    const deadline = computeLimit(db, rule, [...events, { ...event, id: 'new' }]);
    const review = deadline?.review.find((item) => item.event === 'new');
    if (review && (!review.applied || never.has(review.code))) return err(refused(`clock.${review.code}`));
  }
  return ok(undefined);
}
