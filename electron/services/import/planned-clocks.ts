import type { ReadDb } from '#electron/store/db.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { ReviewCode } from '#shared/domain/deadline/deadline.ts';
import { limitKeyText } from '#shared/domain/deadline/limit-key.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import type { PlannedAct, PlannedFile } from '#shared/domain/import/planned-file.ts';
import { computeLimit } from '../deadline/compute-limit.ts';

/** Events that must count: a line that says a limit was suspended or lengthened and does not do so would deceive. */
const mustCount: ReadonlySet<string> = new Set(['SUSPEND', 'RESUME', 'EXTEND', 'RESTART']);
const never: ReadonlySet<ReviewCode> = new Set<ReviewCode>(['ground-unknown', 'extend-beyond']);

function clocksOf(act: PlannedAct): readonly ClockAct[] {
  return act.kind === 'restart' ? [{ rule: act.rule, type: 'RESTART', on: act.on, ground: act.ground }] : act.clocks;
}

/** Why the clock events of a planned file do not count by the rules in force, as the code of a refusal; undefined if they do. */
export function clockFault(db: ReadDb, file: PlannedFile): string | undefined {
  // Receipt and acceptance alone start and stop, which always counts.
  if (file.acts.every(({ kind }) => kind === 'accept')) return undefined;
  const known = new Map<string, ClockEvent[]>();
  const acts = [...file.clocks, ...file.acts.flatMap(clocksOf)];
  for (const [at, { rule, of = '', ...event }] of acts.entries()) {
    const key = limitKeyText({ rule, of });
    const events = known.get(key) ?? [];
    const id = String(at);
    events.push({ ...event, id });
    known.set(key, events);
    if (!mustCount.has(event.type)) continue;
    const review = computeLimit(db, rule, events)?.review.find((item) => item.event === id);
    if (review && (!review.applied || never.has(review.code))) return `clock.${review.code}`;
  }
  return undefined;
}
