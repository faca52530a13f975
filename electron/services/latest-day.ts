import type { ReadDb } from '#electron/store/db.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { type LocalDate, later, shanghaiDate } from '#shared/base/local-date.ts';
import type { Moment } from '#shared/base/ports.ts';
import { readStamp } from '#shared/protocol/hybrid-clock.ts';

/**
 * Today, or the day of the newest recording when the machine's clock was set back since: the latest day anything may be
 * said to have happened on, and the day every list counts days left from. So a wrong clock refuses no true date and
 * lets no limit that is due look far away.
 */
export function latestDay(db: ReadDb, moment: Moment): LocalDate {
  const newest = readStamp(readMeta(db, 'stamp') ?? '');
  return newest ? later(moment.today, shanghaiDate(newest.ms)) : moment.today;
}
