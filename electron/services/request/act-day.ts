import type { ReadDb } from '#electron/store/db.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Moment } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { latestDay } from '../latest-day.ts';
import { badField } from './refusals.ts';
import type { Standing } from './write-entry.ts';

/**
 * Checks the day an act is said to have happened on: not in the future, and not before the request began here. Only our
 * own dates are compared; the partner's clock is its own affair.
 */
export function checkDay(db: ReadDb, moment: Moment, standing: Standing, on: LocalDate): Result<void, Failure> {
  if (on > latestDay(db, moment)) return err(badField('request.day-in-future', 'on'));
  const { opening, registeredOn, storedOn } = standing.state;
  const began = standing.side === 'r' ? (opening?.on.slice(0, 10) ?? '') : (registeredOn ?? storedOn ?? '');
  return on < began ? err(badField('request.day-before-begin', 'on')) : ok(undefined);
}
