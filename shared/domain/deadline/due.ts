import { earlier, type LocalDate, later } from '#shared/base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import {
  type ComputedDate,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
} from '../calendar/working-days.ts';
import { timeOfMoment } from './clock-event.ts';
import type { ClockState, Span } from './clock-state.ts';
import { addUnits, type CountUnit, countUnitOf, countUnits } from './count-unit.ts';
import type { LimitRule } from './rule.ts';
import { addHours, addWorkingHours, type OfficeHours } from './working-hours.ts';

/** The last day of a limit in its three forms. */
export type Due = {
  readonly raw: LocalDate;
  readonly legal: LocalDate;
  readonly target: LocalDate | null;
  readonly time: string | null;
  /** Set when a ceiling, not the amount itself, decided. */
  readonly ceiling: boolean;
  /** Set when the last day before a restart, not the restart itself, decided. */
  readonly floor: boolean;
  readonly provisional: boolean;
};

/** What the arithmetic needs beside the events. */
export type DueContext = {
  readonly rule: LimitRule;
  readonly calendar: WorkCalendar;
  readonly officeHours: OfficeHours;
};

function rolled(context: DueContext, raw: LocalDate): ComputedDate {
  return context.rule.roll === 'none' ? { date: raw, provisional: false } : nextWorkingDay(context.calendar, raw);
}

/**
 * The day on which the counted stretches reach `allowance`; null while they end in an open pause. A limit suspended on its
 * very last day (the day it is rolled to included) has no day left and falls due on the day it is resumed.
 */
function lastCounted(
  context: DueContext,
  spans: readonly Stretch[],
  allowance: number,
  unit: CountUnit,
): ComputedDate | null {
  let left = allowance;
  let provisional = false;
  for (const [index, span] of spans.entries()) {
    if (span.kind !== 'counted') continue;
    const end = addUnits(context.calendar, unit, span.after, left);
    provisional ||= end.provisional;
    if (span.to === null) return { date: end.date, provisional };
    if (end.date <= span.to) {
      const pausedInTime = span.to <= rolled(context, end.date).date && index < spans.length - 1;
      if (!pausedInTime) return { date: end.date, provisional };
      left = 0;
    } else {
      left -= countUnits(context.calendar, unit, span.after, span.to);
    }
  }
  return null;
}

/** What the arithmetic needs of a stretch of days. */
type Stretch = Pick<Span, 'kind' | 'after' | 'to'>;

/** The stretches of a stopped clock as they would be had it gone on; one that ended the day it began has none yet. */
function goingOn(state: ClockState): readonly Stretch[] {
  const { startedOn, stoppedOn, spans } = state;
  if (startedOn !== null && startedOn === stoppedOn && !spans.some((span) => span.after >= startedOn)) {
    return [...spans, { kind: 'counted', after: startedOn, to: null }];
  }
  const last = state.spans.at(-1);
  if (state.stoppedOn === null || last === undefined || last.to !== state.stoppedOn) return state.spans;
  return [...state.spans.slice(0, -1), { ...last, to: null }];
}

function dueByHours(context: DueContext, from: LocalDate, at: string): Due {
  const { rule, calendar, officeHours } = context;
  const time = timeOfMoment(at) ?? '00:00';
  const end =
    rule.unit === 'hour'
      ? addHours(from, time, rule.amount)
      : addWorkingHours(calendar, from, time, rule.amount, officeHours);
  const { date, provisional } = end;
  return { raw: date, legal: date, target: null, time: end.time, ceiling: false, floor: false, provisional };
}

function dueBackFrom(context: DueContext, from: LocalDate): Due {
  const { rule, calendar } = context;
  const end =
    rule.unit === 'working-day'
      ? subtractWorkingDays(calendar, from, rule.amount)
      : addUnits(calendar, 'calendar-day', from, -rule.amount);
  const { date, provisional } = end;
  return { raw: date, legal: date, target: null, time: null, ceiling: false, floor: false, provisional };
}

/** The last day as things stand; null while the clock was not started or is suspended before its end. */
export function dueOf(context: DueContext, state: ClockState): Due | null {
  const { rule, calendar } = context;
  if (state.startedOn === null) return null;
  if (rule.unit === 'hour' || rule.unit === 'working-hour')
    return dueByHours(context, state.startedOn, state.startedAt);
  if (rule.back) return dueBackFrom(context, state.startedOn);
  const spans = goingOn(state);
  const counted = lastCounted(context, spans, state.base + state.extension, countUnitOf(rule));
  if (counted === null) return null;
  const top =
    rule.ceiling !== undefined && state.extension === 0
      ? lastCounted(context, spans, rule.ceiling.days, 'calendar-day')
      : null;
  const capped = top === null ? counted.date : earlier(counted.date, top.date);
  const raw = state.floor === null ? capped : later(capped, state.floor);
  const legal = rolled(context, raw);
  const target = rule.roll === 'raw-and-legal' ? previousWorkingDay(calendar, raw) : null;
  return {
    raw,
    legal: legal.date,
    target: target?.date ?? null,
    time: null,
    ceiling: capped < counted.date,
    floor: raw > capped,
    provisional: counted.provisional || legal.provisional || (target?.provisional ?? false),
  };
}
