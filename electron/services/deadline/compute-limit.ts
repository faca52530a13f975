import type { ReadDb } from '#electron/store/db.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { type ClockEvent, dateOfMoment } from '#shared/domain/deadline/clock-event.ts';
import { computeBegun } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { type LimitKey, limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import { calendarInForce } from './calendar-in-force.ts';
import { rulesInForce } from './rules-in-force.ts';

/** Id of the computed limit of a file. */
export function limitId(dossier: DossierId, key: LimitKey): string {
  return `${dossier}:${limitKeyText(key)}`;
}

/**
 * Computes one limit of a file under the calendar and the rules in force here, by the row in force when it started; one
 * that ended and started once more follows the row in force then.
 * `today` decides days used and left only. Undefined when nothing started it or the rules have no such row.
 */
export function computeLimit(
  db: ReadDb,
  ruleId: string,
  events: readonly ClockEvent[],
  today?: LocalDate,
): Deadline | undefined {
  const start = events.find((event) => event.type === 'START');
  const on = start && dateOfMoment(start.on);
  if (on === undefined) return undefined;
  return computeBegun(ruleId, events, calendarInForce(db), { today: today ?? on, rules: rulesInForce(db) });
}
