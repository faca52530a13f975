import { useTranslation } from 'react-i18next';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import type { DayDifference } from '#shared/domain/calendar/year-difference.ts';
import { useDayWords } from './change-words.ts';

/** The days of a year that two calendars see differently, each as it was and as it will be. */
export function DayDifferences({ days }: { readonly days: readonly DayDifference[] }) {
  const { t } = useTranslation('law');
  const dates = useDates();
  const words = useDayWords();
  if (days.length === 0) return <p className="law-note">{t('days.none')}</p>;
  return (
    <table className="plain-table">
      <caption className="spoken">{t('days.title', { n: days.length, count: days.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('days.date')}</th>
          <th scope="col">{t('days.before')}</th>
          <th scope="col">{t('days.after')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, before, after }) => (
          <tr key={date}>
            <th scope="row">{dates.dayOfWeek(date)}</th>
            <td>{words(before, date)}</td>
            <td>
              <strong>{words(after, date)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
