import { addDays, earlier, type LocalDate } from '#shared/base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { subtractWorkingDays } from '../calendar/working-days.ts';
import type { Deadline } from './deadline.ts';

/** The last day on which a partner's reply still leaves the office time to finish its own case. */
export type SafeDue = {
  /** Earlier of the agreed date and the case's own limit less its reserve; null when neither is known. */
  readonly date: LocalDate | null;
  readonly from: 'agreed' | 'case-limit' | null;
  /** The agreed date leaves less than the reserve: consider suspending, extending or, where excluded, the exclusion. */
  readonly agreedTooLate: boolean;
  readonly provisional: boolean;
};

/** Days kept for the hearing or the decision after a reply: calendar days for arbitration, working days for inspection. */
const reserve = 10;

/** Safe date of a request for a case whose own limit (ARB.LIMIT or LSI.INVESTIGATE) is `limit`. */
export function safeDue(
  calendar: WorkCalendar,
  agreed: LocalDate | null,
  limit: Pick<Deadline, 'raw' | 'rule' | 'provisional'> | null,
): SafeDue {
  const raw = limit?.raw ?? null;
  if (limit === null || raw === null) {
    return { date: agreed, from: agreed === null ? null : 'agreed', agreedTooLate: false, provisional: false };
  }
  const back =
    limit.rule.unit === 'working-day'
      ? subtractWorkingDays(calendar, raw, reserve)
      : { date: addDays(raw, -reserve), provisional: false };
  const provisional = limit.provisional || back.provisional;
  if (agreed === null) return { date: back.date, from: 'case-limit', agreedTooLate: false, provisional };
  const date = earlier(agreed, back.date);
  return { date, from: date === agreed ? 'agreed' : 'case-limit', agreedTooLate: agreed > back.date, provisional };
}
