import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Deadline, ReviewCode } from '#shared/domain/deadline/deadline.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { limitKeyText, readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import { computeLimit } from '../deadline/compute-limit.ts';

/** Applied by the computation all the same, and yet no step may be taken that way. */
const never: ReadonlySet<ReviewCode> = new Set<ReviewCode>(['ground-unknown', 'extend-beyond', 'after-stop']);

/**
 * What the limits of a file do not count, each as limit, event and reason; an event of a step is named by its kind alone,
 * because a correction writes it anew.
 */
function uncounted(db: ReadDb, dossier: DossierId): readonly { readonly what: string; readonly code: ReviewCode }[] {
  return [...clockEventsOf(db, dossier)].flatMap(([key, events]) => {
    const { review = [] } = computeLimit(db, readLimitKey(key).rule, events) ?? {};
    return review.flatMap(({ event: id, code, applied }) => {
      const event = events.find((one) => one.id === id);
      if (event === undefined || (applied && !never.has(code))) return [];
      return [{ what: `${key} ${id.includes('#') ? event.type : id} ${code}`, code }];
    });
  });
}

/**
 * Judges a change of what the steps of a file wrote by doing it: `work` changes them inside the transaction, which the
 * caller undoes when this refuses, because an event no longer counts that did before.
 */
export function checkRewritten(db: ReadDb, dossier: DossierId, work: () => void): Result<undefined, Failure> {
  const before = new Set(uncounted(db, dossier).map(({ what }) => what));
  work();
  const fresh = uncounted(db, dossier).find(({ what }) => !before.has(what));
  return fresh === undefined ? ok(undefined) : err(refused(`clock.${fresh.code}`));
}

/** A step may end what somebody ended by hand before: nothing is left to end, and the file goes on. */
const endedByHand: ReadonlySet<ReviewCode> = new Set<ReviewCode>(['resume-without-suspend', 'exclusion-without-begin']);

/**
 * Why one of the new events does not do what its step says: that would deceive. A second start says nothing wrong while
 * the limit runs by the first.
 */
function fault({ review, status }: Deadline, id: string): ReviewCode | undefined {
  const item = review.find(({ event }) => event === id);
  if (item === undefined || (item.applied && !never.has(item.code)) || endedByHand.has(item.code)) return undefined;
  return item.code === 'second-start' && status !== 'stopped' ? undefined : item.code;
}

/** Whether the clock events a step would write count, by the rules in force. */
export function checkClocks(db: ReadDb, dossier: DossierId, clocks: readonly ClockAct[]): Result<undefined, Failure> {
  const known = clockEventsOf(db, dossier);
  for (const [key, acts] of Map.groupBy(clocks, ({ rule, of = '' }) => limitKeyText({ rule, of }))) {
    // The ground stands in the header, which outlives every erasing: a code of the law, never free text.
    const strange = acts.some(({ ground }) => ground !== undefined && !clockGround(ground));
    if (strange) return err(refused('clock.ground-unknown'));
    const events = acts.map(({ rule: _rule, of: _of, ...event }, index) => ({ ...event, id: `new ${index}` }));
    const deadline = computeLimit(db, readLimitKey(key).rule, [...(known.get(key) ?? []), ...events]);
    const wrong = deadline && events.map(({ id }) => fault(deadline, id)).find((code) => code);
    if (wrong) return err(refused(`clock.${wrong}`));
  }
  return ok(undefined);
}
