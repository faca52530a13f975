import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { type LocalDate, weekday } from '#shared/base/local-date.ts';

/** Asks to look again at the day of a hearing, by the calendar in force, where it is a day off: possible and unusual. */
export function useDayOffIssue(): (path: string, day: LocalDate | null) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const years = useAsk('calendar.years', {}).last ?? [];
  const off = new Set(years.flatMap((year) => year.off.map(({ date }) => date)));
  const worked = new Set(years.flatMap((year) => year.work));
  return (path, day) => {
    const free = day !== null && (off.has(day) || (weekday(day) > 5 && !worked.has(day)));
    return free ? [{ path, level: 'warning', text: t('issue.dayOff') }] : [];
  };
}
