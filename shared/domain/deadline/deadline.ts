import type { LocalDate } from '#shared/base/local-date.ts';
import type { DayOff } from '../calendar/working-days.ts';
import type { ClockEventType } from './clock-event.ts';
import type { Bilingual, LimitRule } from './rule.ts';

/** Where the clock of a limit stands. */
export type DeadlineStatus = 'not-started' | 'running' | 'suspended' | 'stopped';

/** What a stretch of days means for the limit. 'restart' was counted once and no longer is; 'skipped' is the roll over days off. */
export type StepKind = 'counted' | 'paused' | 'excluded' | 'extended' | 'restart' | 'skipped';

/** A stretch of days of the strip that explains a deadline. */
export type DeadlineStep = {
  readonly kind: StepKind;
  /** First day, included. */
  readonly from: LocalDate;
  /** Last day, included; null while it is open. */
  readonly to: LocalDate | null;
  /** Length in the unit the limit counts (working or calendar days); null while it is open. */
  readonly days: number | null;
  /** The event that opened it, and its ground when it has one. */
  readonly event: string | null;
  readonly ground: string | null;
  /** Days off inside it that were passed over: all of them for working days, those of the roll for calendar days. */
  readonly off: readonly DayOff[];
};

/** One sentence of the answer to 为什么是这一天; words are the screen's business. */
export type DeadlineReason =
  | { readonly code: 'starts'; readonly on: LocalDate; readonly first: LocalDate }
  | { readonly code: 'counts-back'; readonly from: LocalDate }
  | { readonly code: 'day-set'; readonly date: LocalDate }
  | { readonly code: 'same-end'; readonly rules: readonly LimitRule[] }
  | { readonly code: 'amount'; readonly amount: number; readonly unit: LimitRule['unit'] }
  | { readonly code: 'restarted'; readonly on: LocalDate; readonly ground: string }
  | { readonly code: 'suspended'; readonly on: LocalDate; readonly ground: string; readonly used: number }
  | { readonly code: 'resume-by'; readonly date: LocalDate; readonly days: number; readonly basis: Bilingual }
  | { readonly code: 'resumed'; readonly on: LocalDate; readonly left: number }
  | { readonly code: 'excluded'; readonly from: LocalDate; readonly to: LocalDate | null; readonly ground: string }
  | { readonly code: 'extended'; readonly on: LocalDate; readonly amount: number }
  | { readonly code: 'ceiling'; readonly date: LocalDate; readonly days: number }
  | { readonly code: 'last-day'; readonly date: LocalDate }
  | { readonly code: 'rolled'; readonly from: LocalDate; readonly to: LocalDate; readonly off: readonly DayOff[] }
  | { readonly code: 'target'; readonly date: LocalDate }
  | { readonly code: 'provisional'; readonly years: readonly number[] }
  | { readonly code: 'unchecked'; readonly years: readonly number[] }
  | { readonly code: 'stopped'; readonly on: LocalDate; readonly inTime: boolean };

/** Why a person should look at a recorded event. */
export type ReviewCode =
  | 'bad-date'
  | 'bad-amount'
  | 'before-start'
  | 'second-start'
  | 'already-suspended'
  | 'resume-without-suspend'
  | 'exclusion-without-begin'
  | 'no-suspension'
  | 'not-excluded-here'
  | 'ground-unknown'
  | 'no-extension'
  | 'extend-twice'
  | 'extend-beyond'
  | 'extension-lapsed'
  | 'after-due'
  | 'after-stop'
  | 'not-for-this-limit';

/** An event that does not fit; `applied` says whether the computation used it all the same. */
export type ReviewItem = { readonly event: string; readonly code: ReviewCode; readonly applied: boolean };

/** What the last day was before and after an event; null when there was none. */
export type DueChange = {
  readonly event: string;
  readonly type: ClockEventType;
  readonly on: LocalDate;
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
};

/** A computed limit with everything that explains it. Nothing here but `used`, `left` depends on the present day. */
export type Deadline = {
  readonly rule: LimitRule;
  readonly status: DeadlineStatus;
  readonly startedOn: LocalDate | null;
  readonly stoppedOn: LocalDate | null;
  /** Whether it was stopped on or before its legal last day; null while it is not stopped or has no last day. */
  readonly inTime: boolean | null;
  /** Last day as counted; null while not started or suspended. */
  readonly raw: LocalDate | null;
  /** Last day by law: `raw` moved over days off where the rule says so. */
  readonly legal: LocalDate | null;
  /** Only for 'raw-and-legal': the working day on or before `raw` by which the office should be done. */
  readonly target: LocalDate | null;
  /** While suspended on a ground that lasts no longer than a number of days: when a person should resume it. */
  readonly resumeBy: LocalDate | null;
  /** Time of day 'HH:MM' on the last day, for limits counted in hours. */
  readonly time: string | null;
  /** First day of the last fifth of the limit (at most 10 days): 临期. */
  readonly soonFrom: LocalDate | null;
  /** The whole amount, extensions included, in the unit counted (working or calendar days). */
  readonly allowance: number;
  /** Days used up to today or to the stop, and days left (negative when overdue), in the unit counted. */
  readonly used: number;
  readonly left: number;
  readonly steps: readonly DeadlineStep[];
  readonly why: readonly DeadlineReason[];
  readonly review: readonly ReviewItem[];
  readonly changes: readonly DueChange[];
  /** True when a year without an official notice had a part in any date (暂估). */
  readonly provisional: boolean;
  /** Years that had a part in a date and whose days are still to be checked (待核). */
  readonly uncheckedYears: readonly number[];
  readonly pack: { readonly id: string; readonly version: string };
  /** Version of the calendar. */
  readonly calendar: string;
};
