import { useTranslation } from 'react-i18next';
import { useDayMarks } from '#renderer/app/api/use-day-marks.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';

/** Asks to look again at the day of a hearing, by the calendar in force, where it is a day off: possible and unusual. */
export function useDayOffIssue(): (path: string, day: LocalDate | null) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const mark = useDayMarks();
  return (path, day) => {
    const kind = day === null ? undefined : mark(day).kind;
    const free = kind === 'off' || kind === 'weekend';
    return free ? [{ path, level: 'warning', text: t('issue.dayOff') }] : [];
  };
}
