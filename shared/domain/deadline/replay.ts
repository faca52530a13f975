import { addDays, earlier, type LocalDate } from '#shared/base/local-date.ts';
import { type ClockEvent, checkClockEvent } from './clock-event.ts';
import { type ClockState, idleClock } from './clock-state.ts';
import { stepClock } from './clock-step.ts';
import { countUnitOf, countUnits } from './count-unit.ts';
import type { DeadlineReason, DueChange, ReviewItem } from './deadline.ts';
import { type DueContext, dueOf } from './due.ts';
import { type LimitRule, startsAhead } from './rule.ts';

/** What replaying the events of a limit gives. */
export type Replay = {
  readonly state: ClockState;
  readonly review: readonly ReviewItem[];
  readonly changes: readonly DueChange[];
  /** What happened to the clock since it last began. */
  readonly notes: readonly DeadlineReason[];
};

/** Days counted up to and including a date, in the unit counted. */
export function usedBy(context: DueContext, state: ClockState, at: LocalDate): number {
  const unit = countUnitOf(context.rule);
  return state.spans
    .filter((span) => span.kind === 'counted' && span.after < at)
    .reduce((sum, { after, to }) => sum + countUnits(context.calendar, unit, after, earlier(to ?? at, at)), 0);
}

function noted(
  context: DueContext,
  state: ClockState,
  notes: readonly DeadlineReason[],
  on: LocalDate,
  event: ClockEvent,
): readonly DeadlineReason[] {
  const ground = event.ground ?? '';
  switch (event.type) {
    case 'START':
      if (context.rule.form === 'fixed-day') return [{ code: 'day-set', date: on }];
      return context.rule.back ? [{ code: 'counts-back', from: on }] : [{ code: 'starts', on, first: addDays(on, 1) }];
    case 'RESTART':
      if (context.rule.form === 'fixed-day') return [{ code: 'day-set', date: on }];
      return [...notes.filter((note) => note.code === 'starts'), { code: 'restarted', on, ground }];
    case 'SUSPEND':
      return [...notes, { code: 'suspended', on, ground, used: usedBy(context, state, on) }];
    case 'RESUME':
      return [...notes, { code: 'resumed', on, left: state.base + state.extension - usedBy(context, state, on) }];
    case 'EXTEND':
      return [...notes, { code: 'extended', on, amount: state.extension }];
    case 'EXCLUDE_BEGIN':
      return [...notes, { code: 'excluded', from: addDays(on, 1), to: null, ground }];
    case 'EXCLUDE_END': {
      const open = notes.findIndex(
        (n) => n.code === 'excluded' && n.to === null && (ground === '' || n.ground === ground),
      );
      return notes.map((note, index) => (index === open && note.code === 'excluded' ? { ...note, to: on } : note));
    }
    case 'STOP':
      return notes;
  }
}

/**
 * Events with a usable date in the order they happened; those of one day keep the order of recording. A limit counted
 * back or set to a day keeps that order throughout: its start lies in the future.
 */
function inOrder(
  events: readonly ClockEvent[],
  back: boolean,
): {
  readonly dated: readonly { readonly event: ClockEvent; readonly on: LocalDate }[];
  readonly review: readonly ReviewItem[];
} {
  const dated: { event: ClockEvent; on: LocalDate }[] = [];
  const review: ReviewItem[] = [];
  for (const event of events) {
    const checked = checkClockEvent(event);
    if (checked.ok) dated.push({ event, on: checked.value });
    else review.push({ event: event.id, code: checked.error, applied: false });
  }
  if (back) return { dated, review };
  return { dated: dated.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), review };
}

/**
 * The events of the run of a limit that one START of it begins: those after it and before the next START, in the order
 * they happened. One that ended may run once more.
 */
export function eventsOfRun(
  rule: Pick<LimitRule, 'back' | 'form'>,
  events: readonly ClockEvent[],
  start: string,
): readonly ClockEvent[] {
  const ordered = inOrder(events, startsAhead(rule)).dated.map(({ event }) => event);
  const after = ordered.slice(ordered.findIndex(({ id }) => id === start) + 1);
  const next = after.findIndex(({ type }) => type === 'START');
  return next < 0 ? after : after.slice(0, next);
}

/** Replays the events of one limit from nothing. Pure and total. */
export function replayClock(
  context: DueContext,
  extensionRule: LimitRule | null,
  events: readonly ClockEvent[],
): Replay {
  const { dated, review } = inOrder(events, startsAhead(context.rule));
  const found = [...review];
  const changes: DueChange[] = [];
  let state = idleClock;
  let notes: readonly DeadlineReason[] = [];
  let due = dueOf(context, state);
  for (const { event, on } of dated) {
    const step = stepClock({ rule: context.rule, extensionRule, due }, state, on, event);
    if (step.review !== null) found.push({ event: event.id, code: step.review, applied: step.applied });
    if (!step.applied) continue;
    state = step.state;
    notes = noted(context, state, notes, on, event);
    const after = dueOf(context, state);
    changes.push({ event: event.id, type: event.type, on, before: due?.legal ?? null, after: after?.legal ?? null });
    due = after;
  }
  return { state, review: found, changes, notes };
}
