import { earlier, type LocalDate } from '#shared/base/local-date.ts';
import type { LimitEvent, OrderLine, RequestState } from '#shared/domain/assist/state.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { ruleOn } from '#shared/domain/deadline/pack.ts';
import { requestDeskRule, requestRulesFor, requestWorkRule } from '#shared/domain/deadline/request-limit.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';

/** What the limits of a request depend on beside its state; the same in both offices. */
export type LimitTraits = {
  readonly requesterRegion: string;
  readonly executorRegion: string;
  /** Day the opening entry was stored by the executor, where that is known before the registration says it. */
  readonly storedOn: LocalDate | null;
};

/** A limit that applies to a request with everything that moves it. */
export type RequestLimit = { readonly rule: LimitRule; readonly events: readonly ClockEvent[] };

const day = (on: string): LocalDate => on.slice(0, 10) as LocalDate;

/** The events of one limit begin with a START; what begins it again is a RESTART on its ground. */
function turns(
  order: readonly OrderLine[],
  begins: (line: OrderLine) => boolean,
  ends: (line: OrderLine) => boolean,
  ground: (line: OrderLine) => string,
): readonly ClockEvent[] {
  const events: ClockEvent[] = [];
  let running = false;
  for (const line of order) {
    if (line.effect !== 'changed') continue;
    if (running && ends(line)) {
      events.push({ id: `${line.id}:STOP`, type: 'STOP', on: day(line.on) });
      running = false;
    }
    if (running || !begins(line)) continue;
    const first = events.length === 0;
    events.push({
      id: `${line.id}:BEGIN`,
      type: first ? 'START' : 'RESTART',
      on: day(line.on),
      ...(first ? {} : { ground: ground(line) }),
    });
    running = true;
  }
  return events;
}

function reviewEvents(order: readonly OrderLine[]): readonly ClockEvent[] {
  const begins = (line: OrderLine): boolean =>
    line.phaseAfter === 'registered' && (line.kind === 'register' || line.command?.kind === 'supplement');
  return turns(
    order,
    begins,
    (line) => line.phaseAfter !== 'registered',
    () => 'req-supplement',
  );
}

function mendEvents(order: readonly OrderLine[]): readonly ClockEvent[] {
  const begins = (line: OrderLine): boolean => line.kind === 'return';
  return turns(
    order,
    begins,
    (line) => line.phaseAfter !== 'returned',
    () => 'req-return',
  );
}

/** Working days after storing at which the clock of the work starts at the latest, registered or not. */
const registerWithin = 1;

/** The work's clock starts with the registration, but never later than one working day after the request was stored. */
function startOfWork(registered: LocalDate, stored: LocalDate | null, calendar: WorkCalendar): LocalDate {
  return stored === null ? registered : earlier(registered, addWorkingDays(calendar, stored, registerWithin).date);
}

function workEvent(event: LimitEvent, state: RequestState, calendar: WorkCalendar): ClockEvent {
  const { order, storedOn } = state;
  if (event.type === 'START') {
    return { id: `${event.by}:START`, type: 'START', on: startOfWork(event.on, storedOn, calendar) };
  }
  const made = { id: `${event.by}:${event.type}`, type: event.type, on: event.on };
  if (event.type === 'SUSPEND') return { ...made, ground: 'req-suspend' };
  if (event.type !== 'RESTART') return made;
  const line = order.find((one) => one.id === event.by);
  return { ...made, ground: line?.command?.kind === 'object' ? 'req-object' : 'req-supplement' };
}

/**
 * The storing day is known to both offices, its hour is not: a limit in working hours counts from the end of that day, so
 * that a letter stored in the evening is not late before anybody could see it.
 */
function registerEvents(state: RequestState, storedOn: LocalDate | null): readonly ClockEvent[] {
  const storedDay = state.storedOn ?? storedOn;
  if (storedDay === null) return [];
  const stored = state.opening?.urgency === 'critical' ? `${storedDay}T23:59` : storedDay;
  const first = state.order.find((line) => line.effect === 'changed' && line.phaseAfter !== 'sent');
  const start: ClockEvent = { id: `${state.opening?.id ?? ''}:STORED`, type: 'START', on: stored };
  return first ? [start, { id: `${first.id}:STOP`, type: 'STOP', on: day(first.on) }] : [start];
}

/** Every limit that has begun to run for a request: registration, examination, correction, and the work itself. */
export function requestLimits(
  state: RequestState,
  traits: LimitTraits,
  calendar: WorkCalendar,
): readonly RequestLimit[] {
  const { opening, order } = state;
  if (opening === null) return [];
  const rules = requestRulesFor(traits);
  const sent = day(opening.on);
  const urgent = opening.urgency === 'critical';
  const queryOnly = state.items.every((item) => item.kind === 'registry');
  const work = requestWorkRule(rules, { ...traits, kind: opening.kind, queryOnly }, sent);
  const limits: readonly (readonly [LimitRule | undefined, readonly ClockEvent[]])[] = [
    [requestDeskRule(rules, 'REQ.REGISTER', urgent, sent), registerEvents(state, traits.storedOn)],
    [requestDeskRule(rules, 'REQ.REVIEW', urgent, sent), reviewEvents(order)],
    [ruleOn(rules, 'REQ.MEND', sent), mendEvents(order)],
    [work, state.limit.map((event) => workEvent(event, state, calendar))],
  ];
  return limits.flatMap(([rule, events]) => (rule && events.length > 0 ? [{ rule, events }] : []));
}

/** The limits of a request, computed. Both offices get the same days from the same chains. */
export function computeRequestLimits(
  state: RequestState,
  traits: LimitTraits,
  calendar: WorkCalendar,
  today: LocalDate,
): readonly Deadline[] {
  const rules = requestRulesFor(traits);
  return requestLimits(state, traits, calendar).map(({ rule, events }) =>
    computeDeadline(rule, events, calendar, { today, rules }),
  );
}
