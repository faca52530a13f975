import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import { type ClockEvent, dateOfMoment } from '#shared/domain/deadline/clock-event.ts';
import { computeNamed } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { rulesFor } from '#shared/domain/deadline/pack.ts';

/** Id of the computed limit of a file under one rule. */
export function limitId(dossier: DossierId, ruleId: string): string {
  return `${dossier}:${ruleId}`;
}

/**
 * Computes one limit of a file under the rules of this office's region, by the row in force when it first started.
 * `today` decides days used and left only. Undefined when nothing started it or the rules have no such row.
 */
export function computeLimit(
  ruleId: string,
  events: readonly ClockEvent[],
  region: string,
  today?: LocalDate,
): Deadline | undefined {
  const start = events.find((event) => event.type === 'START');
  const on = start && dateOfMoment(start.on);
  if (on === undefined) return undefined;
  return computeNamed(ruleId, on, events, shippedCalendar, { today: today ?? on, rules: rulesFor(region) });
}
