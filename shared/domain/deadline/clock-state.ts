import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from './clock-event.ts';

/** What a stretch of days is to the clock; 'void' was counted before a restart. */
export type SpanKind = 'counted' | 'paused' | 'excluded' | 'void';

/** The days after `after` up to and including `to`; open while `to` is null. */
export type Span = {
  readonly kind: SpanKind;
  readonly after: LocalDate;
  readonly to: LocalDate | null;
  /** The event that opened it. */
  readonly event: ClockEvent;
};

/** Where the clock of one limit stands after some of its events. */
export type ClockState = {
  readonly startedOn: LocalDate | null;
  /** The moment the limit runs from, with its time of day when that is known. */
  readonly startedAt: string;
  readonly stoppedOn: LocalDate | null;
  /** Counted days of the limit itself, and those added by extensions. */
  readonly base: number;
  readonly extension: number;
  readonly extensions: number;
  readonly suspendedBy: ClockEvent | null;
  readonly exclusions: readonly ClockEvent[];
  readonly spans: readonly Span[];
  /** A restart never makes the last day earlier than this. */
  readonly floor: LocalDate | null;
};

/** A clock that nothing has started. */
export const idleClock: ClockState = {
  startedOn: null,
  startedAt: '',
  stoppedOn: null,
  base: 0,
  extension: 0,
  extensions: 0,
  suspendedBy: null,
  exclusions: [],
  spans: [],
  floor: null,
};

function closeLast(spans: readonly Span[], on: LocalDate): readonly Span[] {
  const last = spans.at(-1);
  if (last === undefined || last.to !== null) return spans;
  const before = spans.slice(0, -1);
  return last.after === on ? before : [...before, { ...last, to: on }];
}

/**
 * Applies a change of flags on a date: the running stretch ends with that day (the day an event happens still belongs to
 * what was before it, as the day of a suspension counts and the day of resuming does not) and the next one begins after it.
 */
export function turn(
  state: ClockState,
  on: LocalDate,
  event: ClockEvent,
  change: Partial<Pick<ClockState, 'suspendedBy' | 'exclusions' | 'stoppedOn'>>,
): ClockState {
  const next = { ...state, ...change };
  const spans = closeLast(next.spans, on);
  if (next.stoppedOn !== null) return { ...next, spans };
  const cause = next.suspendedBy ?? next.exclusions[0];
  const kind: SpanKind = next.suspendedBy === null ? (cause === undefined ? 'counted' : 'excluded') : 'paused';
  const last = spans.at(-1);
  if (last?.kind === kind && last.to === on) return { ...next, spans: [...spans.slice(0, -1), { ...last, to: null }] };
  return { ...next, spans: [...spans, { kind, after: on, to: null, event: cause ?? event }] };
}

/** What was counted before a restart, kept for the explanation only. */
export function voided(spans: readonly Span[], on: LocalDate): readonly Span[] {
  return closeLast(spans, on).map((span) => (span.kind === 'counted' ? { ...span, kind: 'void' } : span));
}
