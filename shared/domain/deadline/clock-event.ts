import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

/** Everything that can start, stop, pause or lengthen a limit. */
export const clockEventTypes = [
  'START',
  'RESTART',
  'SUSPEND',
  'RESUME',
  'EXTEND',
  'EXCLUDE_BEGIN',
  'EXCLUDE_END',
  'STOP',
] as const;

/** One of `clockEventTypes`. */
export type ClockEventType = (typeof clockEventTypes)[number];

/** A recorded fact about the clock of one limit. */
export type ClockEvent = {
  /** Unique among the events of the limit. */
  readonly id: string;
  readonly type: ClockEventType;
  /** When it happened: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM' of Asia/Shanghai. */
  readonly on: string;
  /** Article or act it rests on, in words. */
  readonly basis?: string;
  /** The person who decided, as the office names him. */
  readonly decidedBy?: string;
  /** The paper of the decision, for example the number of a 中止审理通知书. */
  readonly paper?: string;
  /** EXTEND only: by how much, in the unit of the limit. */
  readonly amount?: number;
  /** Id of `clockGrounds`. */
  readonly ground?: string;
};

const firstYear = '1980';
const lastYear = '2199';

/** The date part of a moment; undefined when it is no date of the years 1980 to 2199. */
export function dateOfMoment(on: string): LocalDate | undefined {
  const date = parseLocalDate(on.slice(0, 10));
  if (date === undefined) return undefined;
  const year = date.slice(0, 4);
  return year >= firstYear && year <= lastYear ? date : undefined;
}

/** The time 'HH:MM' of a moment, or undefined when only the day is known. */
export function timeOfMoment(on: string): string | undefined {
  return /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(on) ? on.slice(11) : undefined;
}

/** Why an event cannot be counted at all. */
export type ClockEventFault = 'bad-date' | 'bad-amount';

/** Checks the parts of an event that do not depend on other events; the value is its date. */
export function checkClockEvent(event: ClockEvent): Result<LocalDate, ClockEventFault> {
  const date = dateOfMoment(event.on);
  if (date === undefined) return err('bad-date');
  const { amount } = event;
  if (amount !== undefined && (!Number.isInteger(amount) || amount < 1 || amount > 3650)) return err('bad-amount');
  return ok(date);
}
