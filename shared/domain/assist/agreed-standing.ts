import { type LocalDate, later } from '#shared/base/local-date.ts';

/**
 * What is to be said of the date a reply is expected on.
 * - none: no date is known. done: nothing is awaited any more. in-time: the reply comes in time for our own case.
 * - too-late: it leaves the case less than its reserve. beyond-limit: it lies after the case's own limit.
 * - passed: the day is over and there is no reply.
 */
export type AgreedStanding = 'none' | 'done' | 'in-time' | 'too-late' | 'beyond-limit' | 'passed';

/** Dates that decide; `safe` and `caseLimit` are known only to the office whose case it is. */
export type AgreedDates = {
  readonly agreed: LocalDate | null;
  readonly promised: LocalDate | null;
  /** Last day on which a reply is useful for our own case. */
  readonly safe: LocalDate | null;
  /** Last day of the case itself. */
  readonly caseLimit: LocalDate | null;
};

/** The day a reply is expected: the later of what was agreed and what the executor promises. */
export function expectedOn(dates: Pick<AgreedDates, 'agreed' | 'promised'>): LocalDate | null {
  const { agreed, promised } = dates;
  return agreed !== null && promised !== null ? later(agreed, promised) : (agreed ?? promised);
}

/** Judges the expected day. `awaited`: the request waits for its reply. */
export function agreedStanding(dates: AgreedDates, awaited: boolean, today: LocalDate): AgreedStanding {
  const expected = expectedOn(dates);
  if (expected === null) return 'none';
  if (!awaited) return 'done';
  if (today > expected) return 'passed';
  if (dates.caseLimit !== null && expected > dates.caseLimit) return 'beyond-limit';
  return dates.safe !== null && expected > dates.safe ? 'too-late' : 'in-time';
}
