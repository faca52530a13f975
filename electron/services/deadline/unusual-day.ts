import type { ReadDb } from '#electron/store/db.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { nextWorkingDay } from '#shared/domain/calendar/working-days.ts';
import type { Warning } from '#shared/domain/party/warning.ts';
import { calendarInForce } from './calendar-in-force.ts';

/** A hearing on a day off is possible and unusual. `field` is the one its day was said in. */
export function unusualDay(db: ReadDb, day: LocalDate | undefined, field: 'day' | 'on'): readonly Warning[] {
  if (day === undefined || nextWorkingDay(calendarInForce(db), day).date === day) return [];
  return [{ code: 'step.day-off', field }];
}
