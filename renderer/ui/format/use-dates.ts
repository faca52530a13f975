import { useTranslation } from 'react-i18next';
import { type LocalDate, parseLocalDate, weekday, yearOf } from '#shared/base/local-date.ts';

/** Dates as the office writes them. */
export type DateTexts = {
  /** '3 月 17 日' in sentences; with the year when it is another year than `today`'s. */
  readonly day: (date: LocalDate, today?: LocalDate) => string;
  /** As `day`, with the day of the week. */
  readonly dayOfWeek: (date: LocalDate, today?: LocalDate) => string;
  /** '3-17 11:05' on timelines, from a date with an optional time of Asia/Shanghai. */
  readonly moment: (on: string) => string;
};

/** The ways dates are written in the language of the page. Tables write 2026-03-17 and need none of them. */
export function useDates(): DateTexts {
  const { t } = useTranslation('ui');
  const day = (date: LocalDate, today?: LocalDate): string => {
    const month = t(`month.${Number(date.slice(5, 7))}`);
    const values = { year: yearOf(date), month, day: Number(date.slice(8, 10)) };
    return today === undefined || yearOf(today) === yearOf(date) ? t('day.short', values) : t('day.long', values);
  };
  return {
    day,
    dayOfWeek: (date, today) => `${day(date, today)} ${t(`weekday.${weekday(date)}`)}`,
    moment: (on) => {
      const date = parseLocalDate(on.slice(0, 10));
      if (date === undefined) return on;
      return `${Number(date.slice(5, 7))}-${date.slice(8, 10)} ${on.slice(11, 16)}`.trim();
    },
  };
}
