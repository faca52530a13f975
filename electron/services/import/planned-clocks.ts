import type { ReadDb } from '#electron/store/db.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { ReviewCode } from '#shared/domain/deadline/deadline.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import type { PlannedAct, PlannedFile } from '#shared/domain/import/planned-file.ts';
import { computeLimit } from '../deadline/compute-limit.ts';

/** Events that must count: a line that says a limit was suspended or lengthened and does not do so would deceive. */
const mustCount: ReadonlySet<string> = new Set([
  ...['SUSPEND', 'RESUME', 'EXTEND', 'RESTART', 'EXCLUDE_BEGIN', 'EXCLUDE_END'],
]);
const never: ReadonlySet<ReviewCode> = new Set<ReviewCode>(['ground-unknown', 'extend-beyond']);

function clocksOf(act: PlannedAct): readonly ClockAct[] {
  return act.kind === 'clock' ? [{ rule: act.rule, on: act.on, ...act.event }] : act.clocks;
}

/** Why a clock event does not count, as the code of a refusal, and the line and the field that say it. */
type ClockFault = { readonly code: string; readonly line: number; readonly field: string };

/** The first clock event of a planned file that does not count by the rules in force; undefined if all of them do. */
export function clockFault(db: ReadDb, file: PlannedFile): ClockFault | undefined {
  // Receipt and acceptance alone start and stop, which always counts.
  if (file.acts.every(({ kind }) => kind === 'accept')) return undefined;
  const known = new Map<string, ClockEvent[]>();
  const received = { line: file.line, field: 'receivedOn' };
  const acts = [
    ...file.clocks.map((clock) => ({ clock, where: received })),
    ...file.acts.flatMap((act) => clocksOf(act).map((clock) => ({ clock, where: act }))),
  ];
  for (const [at, { clock, where }] of acts.entries()) {
    const { rule, of = '', ...event } = clock;
    const key = limitKeyText({ rule, of });
    const events = known.get(key) ?? [];
    const id = String(at);
    events.push({ ...event, id });
    known.set(key, events);
    if (!mustCount.has(event.type)) continue;
    const review = computeLimit(db, rule, events)?.review.find((item) => item.event === id);
    if (review && (!review.applied || never.has(review.code))) {
      return { code: `clock.${review.code}`, line: where.line, field: where.field };
    }
  }
  return undefined;
}
