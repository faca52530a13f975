import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { countsHours, type LimitRule, mayStart, startsAhead } from '#shared/domain/deadline/rule.ts';
import { movesAfterClosing } from '#shared/domain/dossier/steps/step-clocks.ts';
import type { View } from '../page/dossier-page.tsx';
import { useDayOffIssue } from './use-day-off-issue.ts';
import { isTime } from './withdraw-value.ts';

/** What is typed about a limit that begins. */
export type LimitValue = {
  readonly rule: string | null;
  /** Id of a party, or a number of the same rule's turn ('n2'); '' for the whole file. */
  readonly of: string;
  readonly on: LocalDate | null;
  /** Time of day, for limits in hours. */
  readonly time: string;
  readonly decidedBy: string;
  readonly paper: string;
  readonly note: string;
};

/** The rules in force that a file may have limits by: of its side, and of a closed one those that follow on its result. */
export function startable(rules: readonly LimitRule[], { side, status, stage }: View['row']): readonly LimitRule[] {
  return rules
    .filter((rule) => mayStart(rule) && rule.id.startsWith(side === 'arb' ? 'ARB.' : 'LSI.'))
    .filter(({ id }) => status !== 'closed' || movesAfterClosing(id, 'START', stage));
}

/** Parts of the file a limit may be about besides its parties: a second and further turn of the same rule. */
export const turns = ['n2', 'n3', 'n4', 'n5'] as const;

/** What is missing, what has begun already, and a day that lies ahead where none may. */
export function useLimitIssues(
  rules: readonly LimitRule[],
  view: View,
  today: LocalDate,
): (value: LimitValue) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const { t: tClock } = useTranslation('clock');
  const dayOff = useDayOffIssue();
  const wrong = (path: string, text: string): FormIssue => ({ path, level: 'error', text });
  return ({ rule: id, of, on, time }) => {
    const rule = rules.find((one) => one.id === id);
    const begun = view.deadlines.some((due) => due.ruleId === id && due.of === of);
    const ahead = on !== null && on > today && rule !== undefined && !startsAhead(rule);
    return [
      ...(id === null ? [wrong('rule', t('issue.rule'))] : []),
      ...(begun ? [wrong('of', t('issue.begun'))] : []),
      ...(on === null ? [wrong('on', t('issue.date'))] : []),
      ...(ahead ? [wrong('on', t('issue.ahead'))] : []),
      ...(rule?.trigger === 'hearing' ? dayOff('on', on) : []),
      ...(rule !== undefined && countsHours(rule) && !isTime(time) ? [wrong('time', tClock('time.wrong'))] : []),
    ];
  };
}
