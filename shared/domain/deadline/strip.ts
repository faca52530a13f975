import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import { type DayOff, daysOff } from '../calendar/working-days.ts';
import type { ClockState, Span } from './clock-state.ts';
import { addUnits, countUnitOf, countUnits } from './count-unit.ts';
import type { DeadlineStep, StepKind } from './deadline.ts';
import type { Due, DueContext } from './due.ts';
import { startsAhead } from './rule.ts';

const kinds: Readonly<Record<Span['kind'], StepKind>> = {
  counted: 'counted',
  paused: 'paused',
  excluded: 'excluded',
  void: 'restart',
};

function stepOf(context: DueContext, span: Span, kind: StepKind, after: LocalDate, to: LocalDate | null): DeadlineStep {
  const unit = countUnitOf(context.rule);
  const from = addDays(after, 1);
  const off: readonly DayOff[] =
    unit === 'working-day' && to !== null && kind !== 'paused' && kind !== 'excluded'
      ? daysOff(context.calendar, from, to)
      : [];
  const days = to === null ? null : countUnits(context.calendar, unit, after, to);
  return { kind, from, to, days, event: span.event.id, ground: span.event.ground ?? null, off };
}

/** A counted stretch, cut where the limit itself is used up and its extension begins. */
function countedSteps(
  context: DueContext,
  state: ClockState,
  span: Span,
  used: number,
  to: LocalDate,
): readonly DeadlineStep[] {
  const own = state.base - used;
  const whole = countUnits(context.calendar, countUnitOf(context.rule), span.after, to);
  if (state.extension === 0 || whole <= own) return [stepOf(context, span, 'counted', span.after, to)];
  if (own <= 0) return [stepOf(context, span, 'extended', span.after, to)];
  const cut = addUnits(context.calendar, countUnitOf(context.rule), span.after, own).date;
  return [stepOf(context, span, 'counted', span.after, cut), stepOf(context, span, 'extended', cut, to)];
}

/** The stretches of days from the start to the last day, in order, as the strip shows them. */
export function stripOf(context: DueContext, state: ClockState, due: Due | null): readonly DeadlineStep[] {
  if (startsAhead(context.rule) || due?.time) return [];
  const steps: DeadlineStep[] = [];
  let used = 0;
  for (const span of state.spans) {
    if (span.kind !== 'counted') {
      steps.push(stepOf(context, span, kinds[span.kind], span.after, span.to));
      continue;
    }
    const end = due === null || (span.to !== null && span.to < due.raw) ? span.to : due.raw;
    if (end === null || end <= span.after) continue;
    steps.push(...countedSteps(context, state, span, used, end));
    used += countUnits(context.calendar, countUnitOf(context.rule), span.after, end);
  }
  if (due === null || state.stoppedOn !== null || due.legal === due.raw) return steps;
  const off = daysOff(context.calendar, due.raw, addDays(due.legal, -1));
  const days = countUnits(context.calendar, 'calendar-day', due.raw, due.legal);
  return [
    ...steps,
    { kind: 'skipped', from: addDays(due.raw, 1), to: due.legal, days, event: null, ground: null, off },
  ];
}
