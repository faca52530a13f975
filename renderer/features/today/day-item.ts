import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

/** One line of the day. */
export type DayItem = CallOutput<'today.list'>['rows'][number];

/** The lists of the day, what can still be saved today first, with those that stand at the side last. */
export const dayLists = [
  'dueToday',
  'dueThisWeek',
  'overdue',
  'toResume',
  'arrived',
  'waitingForUs',
  'inApproval',
  'unclocked',
] as const;

/** One of `dayLists`. */
export type DayListName = (typeof dayLists)[number];

/** The page of what a line is about. */
export function addressOf(item: DayItem): string {
  return item.about === 'dossier' ? addresses.dossier(item.id) : addresses.request(item.id);
}

/** Distinguishes the lines of one list: a file may stand in it with several limits. */
export function keyOf(item: DayItem): string {
  return `${item.about}${item.id}${item.due?.id ?? ''}${item.todo}`;
}

/** Days left in words, so that the colour of the date never speaks alone. */
export function useDaysLeft(): (item: DayItem) => string {
  const { t } = useTranslation('today');
  return ({ due }) => {
    if (due !== null && due.resumeBy !== null) return t('row.resumeBy', { date: due.resumeBy.slice(5) });
    const days = due?.daysLeft ?? null;
    if (days === null) return '';
    if (days === 0) return t('row.lastDay');
    return t(days < 0 ? 'row.over' : 'row.left', { n: Math.abs(days) });
  };
}

/** What is to be done about a line, in words. */
export function useTodo(): (item: DayItem) => string {
  const { t, i18n } = useTranslation('today');
  return ({ todo }) => (i18n.exists(`todo.${todo}`, { ns: 'today' }) ? t(`todo.${todo}`) : t('todo.look'));
}

/** What a list of the day is called. */
export function useListTitle(): (list: DayListName) => string {
  const { t } = useTranslation('today');
  return (list) => (list === 'unclocked' ? t('side.unclocked') : t(`list.${list}`));
}
