import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { parseLocalDate } from '#shared/base/local-date.ts';

/** A date in words, a dash while there is none. */
export function useDayText(): (date: string | null) => string {
  const { t } = useTranslation('request');
  const dates = useDates();
  const today = useToday();
  return (date) => {
    const day = parseLocalDate((date ?? '').slice(0, 10));
    return day === undefined ? t('clock.none') : dates.day(day, today);
  };
}
