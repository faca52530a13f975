import type { ClockEventType } from './clock-event.ts';
import type { Deadline } from './deadline.ts';
import { startsAhead } from './rule.ts';

/**
 * The clock events a person may sensibly record now, for buttons. Recording another one is never forbidden here:
 * it becomes a review item.
 */
export function mayRecord(deadline: Deadline): readonly ClockEventType[] {
  const { rule, status, steps } = deadline;
  if (status === 'not-started') return ['START'];
  const restart: readonly ClockEventType[] =
    (rule.restartGrounds ?? []).length > 0 || startsAhead(rule) ? ['RESTART'] : [];
  if (status === 'stopped') return restart;
  const last = steps.at(-1);
  const suspended = last?.kind === 'paused' && last.to === null;
  const excluded = status === 'suspended' && !suspended;
  const extended = steps.some((step) => step.kind === 'extended') || deadline.why.some((w) => w.code === 'extended');
  const may: ClockEventType[] = [...restart];
  if ((rule.suspendGrounds ?? []).length > 0) may.push(suspended ? 'RESUME' : 'SUSPEND');
  if (rule.extension !== undefined && !extended) may.push('EXTEND');
  if ((rule.excludeGrounds ?? []).length > 0) may.push('EXCLUDE_BEGIN');
  if (excluded) may.push('EXCLUDE_END');
  return [...may, 'STOP'];
}
