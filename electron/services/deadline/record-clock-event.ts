import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import type { Moment } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CallOutput, HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { ClockEvent, ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import { isDecidedInWriting, isDecision } from '#shared/domain/deadline/decided-in-writing.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import { countsHours, type LimitRule, mayStart, startsAhead } from '#shared/domain/deadline/rule.ts';
import { movesAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import { clockTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { clockRecorded } from '../dossier/facts.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { computeLimit } from './compute-limit.ts';
import { rulesInForce } from './rules-in-force.ts';
import { unusualDay } from './unusual-day.ts';

type Done = CallOutput<'clock.record'>;

/** What is recorded about a clock: an event of a running limit, or the start of one. */
export type Said = Omit<HandlerInput<'clock.record'>, 'type' | 'amount'> & {
  readonly type: ClockEventType;
  readonly amount?: number | undefined;
  /** Time of day 'HH:MM', '' where none was noted. */
  readonly time: string;
};

/** What may lie ahead: the day of a hearing or a day the committee sets, and its change. */
const ahead: ReadonlySet<string> = new Set(['START', 'RESTART']);

/** What was said as an event; the time of day is kept where the limit counts hours. */
export function eventOf(said: Said, id: string, rule: LimitRule | undefined): ClockEvent {
  const { type, on, amount, ground, decidedBy, paper } = said;
  const time = rule !== undefined && countsHours(rule) && said.time !== '' ? `T${said.time}` : '';
  return {
    ...{ id, type, on: `${on}${time}` },
    ...(amount === undefined ? {} : { amount }),
    ...(ground === '' ? {} : { ground }),
    ...(decidedBy === '' ? {} : { decidedBy }),
    ...(paper === '' ? {} : { paper }),
  };
}

/** What is wrong with the event apart from the limit it is about. */
function checkSaid({ type, ground, decidedBy, paper }: Said): Failure | undefined {
  if (isDecision(type) && decidedBy === '') return { ...refused('clock.decider-missing'), field: 'decidedBy' };
  const unwritten = isDecidedInWriting(type, ground) && paper === '';
  if (unwritten) return { ...refused('clock.paper-missing'), field: 'paper' };
  // The ground stands in the header, which outlives every erasing: a code of the law, never free text.
  return ground !== '' && !clockGround(ground)
    ? badInput({ code: 'clock.ground-unknown', field: 'ground' })
    : undefined;
}

/** The events of the limit an event is about. */
export function eventsOfLimit(db: ReadDb, said: Pick<Said, 'dossier' | 'ruleId' | 'of'>): readonly ClockEvent[] {
  return clockEventsOf(db, said.dossier).get(limitKeyText({ rule: said.ruleId, of: said.of })) ?? [];
}

/**
 * Whether `event` can be counted at all among the events of its limit; one that counts but deserves a look is recorded and
 * shown for review.
 */
export function checkCounts(
  db: ReadDb,
  said: Said,
  event: ClockEvent,
  events: readonly ClockEvent[],
  moment: Moment,
): Result<undefined, Failure> {
  const wrong = checkSaid(said);
  if (wrong) return err(wrong);
  const deadline = computeLimit(db, said.ruleId, events, moment.today);
  if (!deadline || (said.type === 'START' && !mayStart(deadline.rule))) return err(refused('clock.no-such-limit'));
  const needsTime = said.type === 'START' && countsHours(deadline.rule);
  if (needsTime && said.time === '') return err({ ...refused('clock.time-missing'), field: 'time' });
  const mayLieAhead = ahead.has(said.type) && startsAhead(deadline.rule);
  if (!mayLieAhead && said.on > latestDay(db, moment)) return err({ ...refused('clock.in-future'), field: 'on' });
  const review = deadline.review.find((item) => item.event === event.id);
  return review && !review.applied ? err(refused(`clock.${review.code}`)) : ok(undefined);
}

function check(db: ReadDb, said: Said, event: ClockEvent, moment: Moment): Result<undefined, Failure> {
  const row = findDossier(db, said.dossier);
  if (!row) return err(notFound('dossier'));
  const moves = row.status !== 'closed' || movesAfterClosing(said.ruleId, said.type, row.stage);
  if (!moves) return err(refused('clock.dossier-closed'));
  return checkCounts(db, said, event, [...eventsOfLimit(db, said), event], moment);
}

function record(context: OfficeContext, input: Said): Result<Done, Failure> {
  const clean = cleanTexts(input, clockTexts);
  if (!clean.ok) return clean;
  const said = { ...input, ...clean.value.texts };
  const id = timeOrderedId(context.moment.at, context.random.bytes(10));
  const written = inOneTransaction(context, (tx) => {
    const row = ruleOn(rulesInForce(tx), said.ruleId, said.on);
    const event = eventOf(said, id, row);
    const checked = check(tx, said, event, context.moment);
    if (!checked.ok) return checked;
    const { dossier, ruleId: rule, of } = said;
    append(tx, context, [clockRecorded({ dossier, rule, of }, event, said.note)]);
    const hearing = row?.trigger === 'hearing' && ahead.has(said.type);
    return ok(hearing ? unusualDay(tx, said.on, 'on') : []);
  });
  return written.ok ? ok({ id, revision: nextRevision(context), warnings: [...written.value] }) : written;
}

/** Records a clock event of a file's limit with who decided it and on which paper; the deadline is computed anew. */
export const recordClockEvent: Handler<'clock.record'> = (context, input) => record(context, { ...input, time: '' });

/** Starts a limit of the rules on a file; the same rule starts again about another part of it, or once it has ended. */
export const startClock: Handler<'clock.start'> = (context, input) =>
  record(context, { ...input, type: 'START', ground: '' });
