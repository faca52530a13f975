import type { LocalDate } from '#shared/base/local-date.ts';
import { later } from '#shared/base/local-date.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockState, idleClock, turn, voided } from './clock-state.ts';
import { baseAllowance } from './count-unit.ts';
import type { ReviewCode } from './deadline.ts';
import type { Due } from './due.ts';
import { clockGround } from './grounds.ts';
import { type LimitRule, startsAhead } from './rule.ts';

/** What one event does to a clock: the state after it and, when it does not fit, why a person should look at it. */
export type StepResult = { readonly state: ClockState; readonly review: ReviewCode | null; readonly applied: boolean };

/** What an event is judged by. */
export type StepContext = {
  readonly rule: LimitRule;
  /** The row that lengthens this one, when there is one. */
  readonly extensionRule: LimitRule | null;
  /** The last day before the event. */
  readonly due: Due | null;
};

const refused = (state: ClockState, review: ReviewCode): StepResult => ({ state, review, applied: false });
const done = (state: ClockState, review: ReviewCode | null = null): StepResult => ({ state, review, applied: true });
const afterDue = (due: Due | null, on: LocalDate): ReviewCode | null =>
  due !== null && on > due.legal ? 'after-due' : null;

function begin(rule: LimitRule, state: ClockState, on: LocalDate, event: ClockEvent): ClockState {
  const fresh = { startedOn: on, startedAt: event.on, base: baseAllowance(rule, on), extension: 0, extensions: 0 };
  return turn({ ...state, ...fresh }, on, event, { stoppedOn: null });
}

function start({ rule }: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  if (state.startedOn === null) return done(begin(rule, state, on, event));
  // What ended may happen once more, as a second preservation of evidence: its time is counted from nothing.
  return state.stoppedOn === null ? refused(state, 'second-start') : done(begin(rule, idleClock, on, event));
}

function restart({ rule, due }: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  const grounds = rule.restartGrounds ?? [];
  if (startsAhead(rule)) return done(begin(rule, { ...state, spans: [] }, on, event));
  if (grounds.length === 0) return refused(state, 'not-for-this-limit');
  const floor = due === null ? state.floor : state.floor === null ? due.raw : later(state.floor, due.raw);
  const next = begin(rule, { ...state, floor, spans: voided(state.spans, on) }, on, event);
  const reopens = clockGround(event.ground ?? '')?.reopens === true;
  if (state.stoppedOn !== null && !reopens) return done(next, 'after-stop');
  if (!grounds.includes(event.ground ?? '')) return done(next, 'ground-unknown');
  return done(next, state.extension > 0 ? 'extension-lapsed' : reopens ? null : afterDue(due, on));
}

function suspend({ rule, due }: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  const grounds = rule.suspendGrounds ?? [];
  if (grounds.length === 0) return refused(state, 'no-suspension');
  if (state.suspendedBy !== null) return refused(state, 'already-suspended');
  const next = turn(state, on, event, { suspendedBy: event });
  return done(next, grounds.includes(event.ground ?? '') ? afterDue(due, on) : 'ground-unknown');
}

function resume(_: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  if (state.suspendedBy === null) return refused(state, 'resume-without-suspend');
  return done(turn(state, on, event, { suspendedBy: null }));
}

function extend(
  { rule, extensionRule, due }: StepContext,
  state: ClockState,
  on: LocalDate,
  event: ClockEvent,
): StepResult {
  if (extensionRule === null || rule.extension === undefined) return refused(state, 'no-extension');
  if (state.extensions >= rule.extension.times) return refused(state, 'extend-twice');
  const open = extensionRule.form === 'given';
  if (open && event.amount === undefined) return refused(state, 'bad-amount');
  const asked = event.amount ?? extensionRule.amount;
  const given = open ? asked : Math.min(asked, extensionRule.amount);
  const next = { ...state, extension: state.extension + given, extensions: state.extensions + 1 };
  return done(next, asked > given ? 'extend-beyond' : afterDue(due, on));
}

function excludeBegin({ rule, due }: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  if (!(rule.excludeGrounds ?? []).includes(event.ground ?? '')) return refused(state, 'not-excluded-here');
  return done(turn(state, on, event, { exclusions: [...state.exclusions, event] }), afterDue(due, on));
}

function excludeEnd({ rule }: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  const { ground } = event;
  if (ground !== undefined && !(rule.excludeGrounds ?? []).includes(ground)) return refused(state, 'not-excluded-here');
  const open = state.exclusions.find((begun) => ground === undefined || begun.ground === ground);
  if (open === undefined) return refused(state, 'exclusion-without-begin');
  return done(turn(state, on, event, { exclusions: state.exclusions.filter((begun) => begun !== open) }));
}

function stop(_: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  return done(turn(state, on, event, { stoppedOn: on }));
}

const acts = {
  START: start,
  RESTART: restart,
  SUSPEND: suspend,
  RESUME: resume,
  EXTEND: extend,
  EXCLUDE_BEGIN: excludeBegin,
  EXCLUDE_END: excludeEnd,
  STOP: stop,
} as const;

/** Applies one event that happened on `on`. Total: an event that does not fit gives a review code, never an exception. */
export function stepClock(context: StepContext, state: ClockState, on: LocalDate, event: ClockEvent): StepResult {
  if (event.type !== 'START' && state.startedOn === null) return refused(state, 'before-start');
  if (state.stoppedOn !== null && event.type !== 'RESTART' && event.type !== 'START') {
    // It ended with the act the limit is for, such as the award; closing the file later ends nothing and is no fault.
    return event.type === 'STOP' ? { state, review: null, applied: false } : refused(state, 'after-stop');
  }
  return acts[event.type](context, state, on, event);
}
