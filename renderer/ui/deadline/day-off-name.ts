import { useTranslation } from 'react-i18next';
import { holidayNames } from '#shared/domain/calendar/holiday.ts';
import type { DayOff } from '#shared/domain/calendar/working-days.ts';
import { useBilingual } from '../format/use-bilingual.ts';

/** The calendar's name of a day off: the holiday's, or simply 周末. */
export function useDayOffName(): (day: DayOff) => string {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  return (day) => (day.name === null ? t('weekend') : bilingual(holidayNames[day.name]));
}
