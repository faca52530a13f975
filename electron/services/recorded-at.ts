import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import type { Moment } from '#shared/base/ports.ts';
import { readStamp } from '#shared/protocol/hybrid-clock.ts';

/** An instant in milliseconds since 1970 as 'YYYY-MM-DDTHH:MM' of Asia/Shanghai, as screens show it. */
export function localMoment(atMs: number): string {
  return `${shanghaiDate(atMs)}T${shanghaiTime(atMs)}`;
}

/** When a fact was recorded, from the stamp in its header; '' when the stamp is none. */
export function recordedAt(stamp: string): string {
  const read = readStamp(stamp);
  return read ? localMoment(read.ms) : '';
}

/** The present for a fact's `on`: date and time of day. */
export function momentNow(moment: Moment): string {
  return localMoment(moment.at);
}
