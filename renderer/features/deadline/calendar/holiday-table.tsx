import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { holidayNames } from '#shared/domain/calendar/holiday.ts';
import { type CalendarYear, type HolidayRun, holidayRuns } from './year-days.ts';

/** The holidays of a year and the weekends worked instead. */
export function HolidayTable({ year }: { readonly year: CalendarYear }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const dates = useDates();
  const when = ({ from, to }: HolidayRun): string =>
    from === to ? dates.dayOfWeek(from) : t('calendar.range', { from: dates.dayOfWeek(from), to: dates.dayOfWeek(to) });
  const worked = year.work.map((text) => parseLocalDate(text)).filter((date): date is LocalDate => date !== undefined);
  return (
    <table className="plain-table holiday-table">
      <thead>
        <tr>
          <th scope="col">{t('calendar.holiday')}</th>
          <th scope="col">{t('calendar.days')}</th>
          <th scope="col">{t('calendar.off')}</th>
        </tr>
      </thead>
      <tbody>
        {holidayRuns(year.off).map((run) => (
          <tr key={run.from}>
            <th scope="row">{bilingual(holidayNames[run.holiday])}</th>
            <td>{run.days}</td>
            <td>{when(run)}</td>
          </tr>
        ))}
        {worked.length === 0 ? null : (
          <tr>
            <th scope="row">{t('calendar.worked')}</th>
            <td>{worked.length}</td>
            <td>{worked.map((date) => dates.dayOfWeek(date)).join(t('list'))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
