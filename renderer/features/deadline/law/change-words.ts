import { useTranslation } from 'react-i18next';
import { useDayOffName } from '#renderer/ui/deadline/day-off-name.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { DayDifference } from '#shared/domain/calendar/year-difference.ts';

/** A change of the calendar or the rules as the backend tells it. */
export type LawChange = CallOutput<'law.change'>['change'];

/** Colour of a state; its word says the same. */
export const stateTones: Readonly<Record<LawChange['state'], Tone>> = {
  open: 'amber',
  confirmed: 'green',
  dropped: 'plain',
};

/** What a change is about: 2027 年日历, a file of rules, or the limit whose row it is. */
export function useChangeTitle(): (slot: string) => string {
  const { t } = useTranslation('law');
  const { t: tPack } = useTranslation('pack');
  const ruleTitle = useRuleTitle();
  return (slot) => {
    const [about, name = '', rule = ''] = slot.split('/');
    if (slot === 'rules/pack') return tPack('title');
    return about === 'calendar' ? t('title.calendar', { year: name }) : t('title.rule', { rule: ruleTitle(rule).name });
  };
}

/** Whether people work on a day, and why: 上班, 周末, 春节放假, 调休上班. */
export function useDayWords(): (day: DayDifference['before'], date: DayDifference['date']) => string {
  const { t } = useTranslation('law');
  const offName = useDayOffName();
  return ({ reason, name }, date) =>
    reason === 'holiday' ? t('day.holiday', { name: offName({ date, reason, name }) }) : t(`day.${reason}`);
}
