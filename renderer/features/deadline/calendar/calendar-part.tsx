import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ProvisionalMark, UncheckedMark } from '#renderer/ui/deadline/marks.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import { ChangesPanel } from '../law/changes-panel.tsx';
import { HolidayTable } from './holiday-table.tsx';
import { type CalendarYear, workingDays } from './year-days.ts';
import { YearImport } from './year-import.tsx';
import { YearMonths } from './year-months.tsx';
import './calendar.css';

/** 日历: which days count as working days, year by year, and on whose word. A year comes in by file alone, on two persons' word. */
export function CalendarPart() {
  const years = useAsk('calendar.years', {});
  const today = useToday();
  return (
    <PageState value={years.last} failure={years.failure} onAgain={years.again}>
      {(found) => <Years years={found} today={today} />}
    </PageState>
  );
}

function Years({ years, today }: { readonly years: readonly CalendarYear[]; readonly today: LocalDate }) {
  const { t } = useTranslation('deadline');
  const [chosen, setChosen] = useState(yearOf(today));
  const shown = years.find((year) => year.year === chosen) ?? years.at(-1);
  return (
    <>
      <div className="calendar-years" role="group" aria-label={t('calendar.years')}>
        {years.map((year) => (
          <button
            key={year.year}
            type="button"
            className="plain-button"
            aria-pressed={year === shown}
            onClick={() => {
              setChosen(year.year);
            }}
          >
            {t('calendar.year', { year: year.year })}
            {year.provisional ? <span className="small">{t('mark.provisional')}</span> : null}
            {year.unchecked ? <span className="small">{t('mark.short.default')}</span> : null}
          </button>
        ))}
      </div>
      {shown === undefined ? null : <Year year={shown} today={today} />}
      <YearImport />
      <ChangesPanel about="calendar" />
    </>
  );
}

function Year({ year, today }: { readonly year: CalendarYear; readonly today: LocalDate }) {
  const { t } = useTranslation('deadline');
  const source = year.provisional ? t('calendar.noNotice') : t('calendar.notice', { notice: year.source });
  return (
    <>
      <Panel
        title={t('calendar.year', { year: year.year })}
        side={
          <span className="calendar-source small soft">
            {year.provisional ? <ProvisionalMark /> : null}
            {year.unchecked ? <UncheckedMark /> : null}
            <span>
              {source} · {t('calendar.version', { version: year.version })}
            </span>
          </span>
        }
      >
        {year.provisional ? <p className="calendar-note">{t('calendar.provisional')}</p> : null}
        <HolidayTable year={year} />
        <p className="calendar-note">{t('calendar.working', { n: workingDays(year) })}</p>
      </Panel>
      <YearMonths year={year} today={today} />
    </>
  );
}
