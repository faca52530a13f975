import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import type { Moment } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { clockTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler } from '../context.ts';
import { clockRecorded } from '../dossier/facts.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { computeLimit } from './compute-limit.ts';

type Input = HandlerInput<'clock.record'>;

/** Suspending and extending need a decision of the head or his delegate, on paper (办案规则45、47;监察条例17). */
const decided: ReadonlySet<string> = new Set(['SUSPEND', 'EXTEND']);

function eventOf(input: Input, id: string): ClockEvent {
  const { type, on, amount, ground, decidedBy, paper } = input;
  return {
    ...{ id, type, on },
    ...(amount === undefined ? {} : { amount }),
    ...(ground === '' ? {} : { ground }),
    ...(decidedBy === '' ? {} : { decidedBy }),
    ...(paper === '' ? {} : { paper }),
  };
}

/** Whether the event can be counted at all; one that counts but deserves a look is recorded and shown for review. */
function check(db: ReadDb, input: Input, event: ClockEvent, moment: Moment): Result<undefined, Failure> {
  const row = findDossier(db, input.dossier);
  if (!row) return err(notFound('dossier'));
  if (row.status === 'closed') return err(refused('clock.dossier-closed'));
  if (input.on > latestDay(db, moment)) return err({ ...refused('clock.in-future'), field: 'on' });
  if (decided.has(input.type) && input.decidedBy === '') {
    return err({ ...refused('clock.decider-missing'), field: 'decidedBy' });
  }
  // The ground stands in the header, which outlives every erasing: a code of the law, never free text.
  if (input.ground !== '' && !clockGround(input.ground)) {
    return err(badInput({ code: 'clock.ground-unknown', field: 'ground' }));
  }
  const events = clockEventsOf(db, input.dossier).get(limitKeyText({ rule: input.ruleId, of: input.of })) ?? [];
  const deadline = computeLimit(db, input.ruleId, [...events, event], moment.today);
  if (!deadline) return err(refused('clock.no-such-limit'));
  const review = deadline.review.find((item) => item.event === event.id);
  return review && !review.applied ? err(refused(`clock.${review.code}`)) : ok(undefined);
}

/** Records a clock event of a file's limit with who decided it and on which paper; the deadline is computed anew. */
export const recordClockEvent: Handler<'clock.record'> = (context, input) => {
  const clean = cleanTexts(input, clockTexts);
  if (!clean.ok) return clean;
  const said = { ...input, ...clean.value.texts };
  const id = timeOrderedId(context.moment.at, context.random.bytes(10));
  const event = eventOf(said, id);
  const written = inOneTransaction(context, (tx) => {
    const checked = check(tx, said, event, context.moment);
    if (!checked.ok) return checked;
    const { dossier, ruleId: rule, of } = said;
    append(tx, context, [clockRecorded({ dossier, rule, of }, event, said.note)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};
