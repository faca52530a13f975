import { addDays, earlier, type LocalDate, yearOf } from '#shared/base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { daysOff, subtractWorkingDays } from '../calendar/working-days.ts';
import { type ClockEvent, dateOfMoment } from './clock-event.ts';
import type { ClockState } from './clock-state.ts';
import { countUnitOf, countUnits } from './count-unit.ts';
import type { Deadline, DeadlineReason, DeadlineStatus } from './deadline.ts';
import { type Due, type DueContext, dueOf } from './due.ts';
import { clockGround } from './grounds.ts';
import { type RuleSet, ruleOn } from './pack.ts';
import { type Replay, replayClock, usedBy } from './replay.ts';
import { type LimitRule, startsAhead } from './rule.ts';
import { stripOf } from './strip.ts';
import { defaultOfficeHours, type OfficeHours } from './working-hours.ts';

/** What a computation depends on beside the rule, its events and the calendar. */
export type DeadlineOptions = {
  /** The present date: decides days used and left, never the last day. */
  readonly today: LocalDate;
  /** Where the row comes from, and where its extension is looked up. */
  readonly rules: RuleSet;
  readonly officeHours?: OfficeHours;
};

function statusOf(state: ClockState): DeadlineStatus {
  if (state.startedOn === null) return 'not-started';
  if (state.stoppedOn !== null) return 'stopped';
  return state.suspendedBy === null && state.exclusions.length === 0 ? 'running' : 'suspended';
}

function soonFrom({ rule, calendar }: DueContext, state: ClockState, due: Due): LocalDate {
  const last = due.target ?? due.legal;
  if (due.time !== null || startsAhead(rule)) return last;
  const ahead = Math.min(10, Math.ceil(state.base / 5));
  return rule.unit === 'working-day' ? subtractWorkingDays(calendar, last, ahead).date : addDays(last, -ahead);
}

/** Days left on `at`: 0 between the day as counted and the day it is rolled to, negative after that. */
function leftOn(context: DueContext, state: ClockState, due: Due | null, at: LocalDate): number {
  const unit = countUnitOf(context.rule);
  const direct = due !== null && (due.ceiling || due.floor || startsAhead(context.rule));
  if (direct && at > due.legal) return -countUnits(context.calendar, unit, due.legal, at);
  if (direct) return countUnits(context.calendar, unit, at, due.raw);
  const rest = state.base + state.extension - usedBy(context, state, at);
  return due !== null && at <= due.legal ? Math.max(0, rest) : rest;
}

function reasons(context: DueContext, replayed: Replay, due: Due | null, inTime: boolean | null): DeadlineReason[] {
  const { rule, calendar } = context;
  const { state, notes } = replayed;
  const why: DeadlineReason[] = [...notes];
  if (state.startedOn === null) return why;
  if (rule.form !== 'fixed-day') why.splice(1, 0, { code: 'amount', amount: rule.amount, unit: rule.unit });
  const resume = resumeOf(state);
  if (resume !== null) why.push(resume);
  if (due === null) return why;
  if (due.ceiling) why.push({ code: 'ceiling', date: due.raw, days: rule.ceiling?.days ?? 0 });
  why.push({ code: 'last-day', date: due.raw });
  if (due.legal !== due.raw) {
    const off = daysOff(calendar, due.raw, addDays(due.legal, -1));
    why.push({ code: 'rolled', from: due.raw, to: due.legal, off });
  }
  if (due.target !== null && due.target !== due.legal) why.push({ code: 'target', date: due.target });
  if (due.provisional) why.push({ code: 'provisional', years: provisionalYears(context, state, due) });
  const unchecked = uncheckedYears(context, state, due);
  if (unchecked.length > 0) why.push({ code: 'unchecked', years: unchecked });
  if (state.stoppedOn !== null) why.push({ code: 'stopped', on: state.stoppedOn, inTime: inTime ?? true });
  return why;
}

/** When a suspension on a ground of limited length should end, as 暂缓受理 fifteen days after the consent; proposed only. */
function resumeOf({ suspendedBy }: ClockState): Extract<DeadlineReason, { readonly code: 'resume-by' }> | null {
  const limit = clockGround(suspendedBy?.ground ?? '')?.resumeAfter;
  const since = suspendedBy === null ? undefined : dateOfMoment(suspendedBy.on);
  return limit === undefined || since === undefined
    ? null
    : { code: 'resume-by', date: addDays(since, limit.days), days: limit.days, basis: limit.basis };
}

/** The years whose calendar may have decided a day: all of them for working days, those of the last day for calendar days. */
function yearsTouched({ rule }: DueContext, state: ClockState, due: Due): readonly number[] {
  const begin = state.startedOn ?? due.raw;
  const first = yearOf(rule.unit === 'working-day' ? earlier(begin, due.raw) : (due.target ?? due.raw));
  const last = Math.max(yearOf(due.legal), yearOf(begin));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}

function provisionalYears(context: DueContext, state: ClockState, due: Due): readonly number[] {
  return yearsTouched(context, state, due).filter((year) => !context.calendar.years.has(year));
}

function uncheckedYears(context: DueContext, state: ClockState, due: Due): readonly number[] {
  const { rule, calendar } = context;
  const asked = rule.unit === 'working-day' || rule.unit === 'working-hour' || rule.roll !== 'none';
  if (!asked) return [];
  return yearsTouched(context, state, due).filter((year) => calendar.years.get(year)?.unchecked === true);
}

/** The rows whose last day is this limit's too, such as the objection to jurisdiction for the defence. */
function sameEnd(rules: RuleSet, rule: LimitRule, on: LocalDate | null): readonly DeadlineReason[] {
  if (on === null) return [];
  const ids = new Set(rules.rows.filter((row) => row.sameEndAs === rule.id).map((row) => row.id));
  const rows = [...ids].map((id) => ruleOn(rules, id, on)).filter((row) => row !== undefined);
  return rows.length === 0 ? [] : [{ code: 'same-end', rules: rows }];
}

/** The day a limit began last: a START that ends nothing and begins nothing is none. */
const begunLast = ({ changes }: Pick<Replay, 'changes'>): LocalDate | undefined =>
  changes.findLast(({ type }) => type === 'START')?.on;

/** The row that lengthens a limit, as it stood on the day the limit began last; null when there was none then. */
function extensionRow(context: DueContext, rules: RuleSet, events: readonly ClockEvent[]): LimitRule | null {
  const { extension } = context.rule;
  if (extension === undefined) return null;
  const [start, ...more] = events.filter(({ type }) => type === 'START');
  // Which of several starts counted does not rest on how long an extension may be.
  const began = more.length === 0 ? start && dateOfMoment(start.on) : begunLast(replayClock(context, null, events));
  return began === undefined ? null : (ruleOn(rules, extension.rule, began) ?? null);
}

/**
 * Computes a limit by replaying its clock events: last day as counted, by law and as a target, the strip of days that
 * explains it, the reasons in order, and every event a person should look at. Pure, and total on any list of events.
 */
export function computeDeadline(
  rule: LimitRule,
  events: readonly ClockEvent[],
  calendar: WorkCalendar,
  options: DeadlineOptions,
): Deadline {
  const { today, rules, officeHours = defaultOfficeHours } = options;
  const context: DueContext = { rule, calendar, officeHours };
  const replayed = replayClock(context, extensionRow(context, rules, events), events);
  const { state } = replayed;
  const due = dueOf(context, state);
  const at = state.stoppedOn === null ? today : earlier(today, state.stoppedOn);
  const counts = due?.time === null || due === null;
  const inTime = state.stoppedOn === null || due === null ? null : state.stoppedOn <= due.legal;
  return {
    rule,
    status: statusOf(state),
    startedOn: state.startedOn,
    stoppedOn: state.stoppedOn,
    inTime,
    raw: due?.raw ?? null,
    legal: due?.legal ?? null,
    target: due?.target ?? null,
    resumeBy: state.stoppedOn === null ? (resumeOf(state)?.date ?? null) : null,
    time: due?.time ?? null,
    soonFrom: due === null ? null : soonFrom(context, state, due),
    allowance: state.base + state.extension,
    used: counts && !startsAhead(rule) ? usedBy(context, state, at) : 0,
    left: counts ? leftOn(context, state, due, at) : state.base,
    steps: stripOf(context, state, due),
    why: [...reasons(context, replayed, due, inTime), ...sameEnd(rules, rule, state.startedOn)],
    review: replayed.review,
    changes: replayed.changes,
    provisional: due?.provisional ?? false,
    uncheckedYears: due === null ? [] : uncheckedYears(context, state, due),
    pack: { id: rules.id, version: rules.version },
    calendar: calendar.version,
  };
}

/** The row `id` in force on a date, computed; undefined when the rules have no such row then. */
export function computeNamed(
  id: string,
  on: LocalDate,
  events: readonly ClockEvent[],
  calendar: WorkCalendar,
  options: DeadlineOptions,
): Deadline | undefined {
  const rule = ruleOn(options.rules, id, on);
  return rule === undefined || rule.form === 'note' ? undefined : computeDeadline(rule, events, calendar, options);
}

/**
 * A limit by the row `id` in force when it began; one that ended and began once more by the row in force then. Undefined
 * when nothing began it, or the rules have no such row on that day.
 */
export function computeBegun(
  id: string,
  events: readonly ClockEvent[],
  calendar: WorkCalendar,
  options: DeadlineOptions,
): Deadline | undefined {
  const starts = events.flatMap(({ type, on }) => (type === 'START' ? (dateOfMoment(on) ?? []) : []));
  const first = starts.find((on) => ruleOn(options.rules, id, on) !== undefined);
  const deadline = first && computeNamed(id, first, events, calendar, options);
  const begun = deadline && begunLast(deadline);
  return begun === undefined || begun === first ? deadline : computeNamed(id, begun, events, calendar, options);
}
