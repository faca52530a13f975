import type { ReadDb } from '#electron/store/db.ts';
import { shippedCalendar, type WorkCalendar } from '#shared/domain/calendar/work-calendar.ts';

/** The working days this office counts by: what the program ships. Every limit and every list asks here. */
export function calendarInForce(_db: ReadDb): WorkCalendar {
  return shippedCalendar;
}
