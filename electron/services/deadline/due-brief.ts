import type { NextLimit } from '#electron/store/tables/dossier-lines.ts';
import { daysBetween, type LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dueLamp } from '#shared/domain/deadline/lamp.ts';

/** A deadline as lists show it. */
export type DueBrief = NonNullable<CallOutput<'dossier.list'>['rows'][number]['next']>;

/**
 * What a list shows of a stored deadline on a day; `daysLeft` in calendar days to the last day, negative when it has
 * passed, null where a time has ended by itself.
 */
export function dueBriefOf(row: NextLimit, today: LocalDate): DueBrief {
  const { id, ruleId, of, due, target, resumeBy, state, provisional, confidence } = row;
  const lamp = dueLamp({ status: state, legal: due, target, soonFrom: row.soonFrom, rule: { id: ruleId } }, today);
  const runs = lamp !== 'over' && (state === 'running' || state === 'suspended');
  return {
    id,
    ruleId,
    of,
    due,
    target,
    resumeBy,
    state,
    provisional,
    confidence,
    lamp,
    daysLeft: runs && due !== null ? daysBetween(today, due) : null,
  };
}
