import { type LocalDate, localDate } from '#shared/base/local-date.ts';
import { shippedCalendar } from '#shared/domain/calendar/work-calendar.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { ruleOn, rulesFor } from '#shared/domain/deadline/pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';

/** An event as a test writes it down: type, date, and what else matters. */
export type Told = readonly [type: ClockEvent['type'], on: string, more?: Partial<ClockEvent>];

/** The row `id` as it stands in a region in 2026. */
export function rowOf(id: string, region = '310118'): LimitRule {
  const row = ruleOn(rulesFor(region), id, localDate('2026-05-18'));
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

/** Numbers the events e0, e1... in the order told. */
export function events(told: readonly Told[]): readonly ClockEvent[] {
  return told.map(([type, on, more], index) => ({ id: `e${index}`, type, on, ...more }));
}

/** Computes a row by the rules of Shanghai as of 2026-05-18 unless told otherwise. */
export function compute(row: LimitRule, told: readonly Told[], today: LocalDate = localDate('2026-05-18')): Deadline {
  return computeDeadline(row, events(told), shippedCalendar, { today, rules: rulesFor('310118') });
}

/** A row with the parts a test is not about left out. */
export function bare(amount: number, more: Partial<LimitRule>): LimitRule {
  const { extension: _, ...limit } = rowOf('ARB.LIMIT');
  return { ...limit, id: 'TEST', amount, ...more };
}
