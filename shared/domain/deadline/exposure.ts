import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from './clock-event.ts';
import type { Deadline } from './deadline.ts';

/** Why a court does not take a suit over an overrun limit: the items of 最高法劳动争议解释(一)第12条, in its order. */
export type ExposureReason =
  | 'transferred'
  | 'serving'
  | 'other-case'
  | 'appraisal'
  | 'hearing-ahead'
  | 'inquiry'
  | 'other-good-reason';

/** What is known of a file beside the limit of the case itself. */
export type ExposureFacts = {
  /** A hearing is set and has not been held. */
  readonly hearingAhead: boolean;
  /** A copy or a public notice is out for service. */
  readonly serving: boolean;
  /** What other offices were asked for and have not answered: evidence, on paper too, and papers to be served. */
  readonly inquiries: number;
  readonly services: number;
};

/** Whether a suit over the overrun would be taken; 'court-decides' when only an open ground speaks against it. */
export type Exposure = {
  readonly when: 'near' | 'overdue';
  readonly verdict: 'taken' | 'not-taken' | 'court-decides';
  readonly reasons: readonly ExposureReason[];
};

/** Grounds of a pause or exclusion that is going on, by the item they fall under; any other is 其他正当事由. */
const byGround: Readonly<Record<string, ExposureReason>> = {
  '46-6-notice': 'serving',
  '47-5': 'other-case',
  '47-6': 'appraisal',
  '33-appraisal': 'appraisal',
  '33-delegation': 'inquiry',
};

/** Grounds of what is paused or left out now, by the events of a limit in their order. */
export function openGrounds(events: readonly Pick<ClockEvent, 'type' | 'ground'>[]): readonly string[] {
  let paused: string | undefined;
  let excluded: readonly string[] = [];
  for (const { type, ground = '' } of events) {
    if (type === 'SUSPEND') paused = ground;
    if (type === 'RESUME') paused = undefined;
    if (type === 'EXCLUDE_BEGIN') excluded = [...excluded, ground];
    if (type === 'EXCLUDE_END') excluded = ground === '' ? excluded.slice(1) : excluded.filter((one) => one !== ground);
  }
  return paused === undefined ? excluded : [paused, ...excluded];
}

/**
 * Whether a party could sue because ARB.LIMIT (the 45 days of 调解仲裁法第43条) is missed, and why not: 解释(一)第12条.
 * Null while the limit is not near, is over, or has no last day. An indicator for the office, never the court's answer.
 */
export function exposureOf(
  limit: Pick<Deadline, 'status' | 'legal' | 'soonFrom'>,
  events: readonly ClockEvent[],
  facts: ExposureFacts,
  today: LocalDate,
): Exposure | null {
  const { status, legal, soonFrom } = limit;
  if (legal === null || status === 'stopped' || status === 'not-started') return null;
  if (today < (soonFrom ?? legal)) return null;
  const moved = events.some(({ type, ground }) => type === 'RESTART' && ground === '46-5');
  const grounds = openGrounds(events).map((ground) => byGround[ground] ?? 'other-good-reason');
  const found: ReadonlySet<ExposureReason> = new Set([
    ...(moved ? (['transferred'] as const) : []),
    ...(facts.serving || facts.services > 0 ? (['serving'] as const) : []),
    ...(facts.hearingAhead ? (['hearing-ahead'] as const) : []),
    ...(facts.inquiries > 0 ? (['inquiry'] as const) : []),
    ...grounds,
  ]);
  const reasons = [...found];
  const named = reasons.some((reason) => reason !== 'other-good-reason');
  const verdict = named ? 'not-taken' : reasons.length > 0 ? 'court-decides' : 'taken';
  return { when: today > legal ? 'overdue' : 'near', verdict, reasons };
}
