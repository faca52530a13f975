import type { ReadDb } from '#electron/store/db.ts';
import { readSetting, writeSetting } from '#electron/store/tables/settings.ts';
import { ok } from '#shared/base/result.ts';
import { inOneTransaction } from '../journal/append.ts';
import type { Exchange } from './run-step.ts';
import type { Way } from './ways.ts';

/** While a way is there, how often that is written down, in milliseconds: it need not be known more exactly afterwards. */
export const keepSeenMs = 600_000;

const settingOf = ({ id }: Way): string => `exchange.seen.${id}`;

/** When a way could last be used, also before this start of the program; in milliseconds since 1970. */
export function lastSeen(db: ReadDb, way: Way): number | undefined {
  const at = Number(readSetting(db, settingOf(way)) ?? '');
  return at > 0 ? at : undefined;
}

/** Writes down when a way could last be used. */
export function keepSeen(exchange: Exchange, way: Way, at: number): void {
  inOneTransaction(exchange, (tx) => ok(writeSetting(tx, settingOf(way), String(at))));
}
