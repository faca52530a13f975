import type { ReadDb } from '#electron/store/db.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { type LocalDate, later, shanghaiDate } from '#shared/base/local-date.ts';
import type { Moment } from '#shared/base/ports.ts';
import { readStamp } from '#shared/protocol/hybrid-clock.ts';
import { excusing } from './office/clock-right.ts';
import { localMoment } from './recorded-at.ts';

/**
 * Today, or the day of the newest recording when the machine's clock was set back since: the latest day anything may be
 * said to have happened on, and the day every list counts days left from. So a wrong clock refuses no true date and
 * lets no limit that is due look far away. Recordings of which a person said that the clock stood ahead then count as of
 * the day on which he said so.
 */
export function latestDay(db: ReadDb, moment: Moment): LocalDate {
  const newest = readStamp(readMeta(db, 'stamp') ?? '');
  if (newest === undefined) return moment.today;
  return later(moment.today, excusing(db, newest.ms)?.day ?? shanghaiDate(newest.ms));
}

/** A wall clock this much behind our newest recording is worth a warning; less is ordinary correction. */
const toleranceMs = 600_000;

/** The day of the newest recording when the machine's clock is earlier than that; undefined while it is not. */
export function clockBehind(db: ReadDb, { at }: Moment): LocalDate | undefined {
  const newest = readStamp(readMeta(db, 'stamp') ?? '');
  if (newest === undefined || newest.ms <= at + toleranceMs) return undefined;
  const right = excusing(db, newest.ms);
  if (right === undefined) return shanghaiDate(newest.ms);
  return right.at > localMoment(at + toleranceMs) ? right.day : undefined;
}
