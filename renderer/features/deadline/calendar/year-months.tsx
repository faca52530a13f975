import { useTranslation } from 'react-i18next';
import { type LocalDate, weekday } from '#shared/base/local-date.ts';
import { type CalendarYear, daysOf, type YearDay } from './year-days.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The whole year at a glance. The table above says the same in words, so it is hidden from screen readers. */
export function YearMonths(props: { readonly year: CalendarYear; readonly today: LocalDate }) {
  const { t } = useTranslation('deadline');
  const days = daysOf(props.year);
  return (
    <div aria-hidden="true">
      <div className="year-months">
        {months.map((month) => (
          <Month
            key={month}
            month={month}
            days={days.filter((day) => Number(day.date.slice(5, 7)) === month)}
            today={props.today}
          />
        ))}
      </div>
      <p className="year-legend small">
        <span>
          <span className="year-day off">{t('calendar.mark.off')}</span> {t('calendar.legend.off')}
        </span>
        <span>
          <span className="year-day work">{t('calendar.mark.work')}</span> {t('calendar.legend.work')}
        </span>
        <span>
          <span className="year-day weekend">6</span> {t('weekend')}
        </span>
      </p>
    </div>
  );
}

function Month(props: { readonly month: number; readonly days: readonly YearDay[]; readonly today: LocalDate }) {
  const { t } = useTranslation('ui');
  const first = props.days[0];
  return (
    <div className="year-month">
      <p className="year-month-name">{t(`month.${props.month}`)}</p>
      <div className="year-grid">
        {weekdays.map((day) => (
          <span key={day} className="year-weekday">
            {t(`weekdayShort.${day}`)}
          </span>
        ))}
        {props.days.map((day) => (
          <Day key={day.date} day={day} column={day === first ? weekday(day.date) : undefined} today={props.today} />
        ))}
      </div>
    </div>
  );
}

function Day(props: { readonly day: YearDay; readonly column: number | undefined; readonly today: LocalDate }) {
  const { t } = useTranslation('deadline');
  const { kind, date } = props.day;
  return (
    <span
      className={`year-day ${kind}${date === props.today ? ' today' : ''}`}
      style={props.column === undefined ? undefined : { gridColumnStart: props.column }}
    >
      {Number(date.slice(8, 10))}
      {kind === 'off' || kind === 'work' ? <sup>{t(`calendar.mark.${kind}`)}</sup> : null}
    </span>
  );
}
