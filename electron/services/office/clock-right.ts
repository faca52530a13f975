import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { readMeta, writeMeta } from '#electron/store/tables/meta.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { readStamp } from '#shared/protocol/hybrid-clock.ts';

/** That a person said the machine's clock is right although facts bear a later time: up to which stamp, and since when. */
type ClockRight = {
  /** Milliseconds of the stamps that are known to lie ahead of the true time. */
  readonly ms: number;
  /** The true moment of saying so, 'YYYY-MM-DDTHH:MM', and its day. */
  readonly at: string;
  readonly day: LocalDate;
};

/**
 * Stamps go on from the one that lay ahead and count up by one millisecond every ten thousand recordings; so many of
 * them still count as that one.
 */
const slackMs = 60_000;

/** The newest saying; undefined when nobody ever had to. */
function clockRight(db: ReadDb): ClockRight | undefined {
  const [ms = '', at = ''] = (readMeta(db, 'clock-right') ?? '').split(' ');
  const day = parseLocalDate(at.slice(0, 10));
  return day === undefined ? undefined : { ms: Number(ms), at, day };
}

/** The saying that covers a stamp's milliseconds; undefined when that stamp is to be believed. */
export function excusing(db: ReadDb, ms: number): ClockRight | undefined {
  const right = clockRight(db);
  return right !== undefined && ms <= right.ms + slackMs ? right : undefined;
}

/** Keeps what an entry says: its own stamp lies ahead, its moment is the true one. */
export function keepClockRight(tx: WriteDb, stamp: string, at: string): void {
  const ahead = readStamp(stamp);
  if (ahead !== undefined) writeMeta(tx, 'clock-right', `${ahead.ms} ${at}`);
}
