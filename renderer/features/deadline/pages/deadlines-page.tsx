import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { DaysView } from './days-view.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { DeadlineFilterBar } from './filter-bar.tsx';
import { daysOnView, type PagePlace, turned, usePagePlace } from './page-address.ts';
import './pages.css';

const views = ['month', 'week', 'list'] as const;

/** 期限: every limit of the office by month, by week and as a list; a date opens its strip. */
export function DeadlinesPage() {
  const { t } = useTranslation('deadline');
  const today = useToday();
  const [place, change] = usePagePlace();
  const day = place.day ?? today;
  return (
    <div className="page-fill">
      <PageHead title={t('pages.title')} acts={<ViewSwitch view={place.view} onView={(view) => change({ view })} />} />
      <div className="due-bar">
        <DeadlineFilterBar place={place} onChange={change} />
        {place.view === 'list' ? null : (
          <Turner view={place.view} day={day} onDay={(next) => change({ day: next === today ? null : next })} />
        )}
      </div>
      {place.view === 'list' ? (
        <DeadlineList place={place} today={today} onWhole={() => change({ day: null })} />
      ) : (
        <DaysView
          place={{ ...place, view: place.view }}
          day={day}
          today={today}
          onDay={(next) => change({ day: next })}
          onList={(next) => change({ view: 'list', state: 'running', day: next })}
        />
      )}
    </div>
  );
}

function ViewSwitch(props: { readonly view: PagePlace['view']; readonly onView: (view: PagePlace['view']) => void }) {
  const { t } = useTranslation('deadline');
  return (
    <div className="due-views" role="group" aria-label={t('pages.view')}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          className="plain-button"
          aria-pressed={view === props.view}
          onClick={() => {
            props.onView(view);
          }}
        >
          {t(`pages.views.${view}`)}
        </button>
      ))}
    </div>
  );
}

/** The month or week on view, the one before and after, and the way back to today. */
function Turner(props: {
  readonly view: 'month' | 'week';
  readonly day: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}) {
  const { t } = useTranslation('deadline');
  const { t: ui } = useTranslation('ui');
  const dates = useDates();
  const today = useToday();
  const { view, day } = props;
  const shown = daysOnView('week', day);
  const name =
    view === 'month'
      ? t('pages.month', { year: day.slice(0, 4), month: ui(`month.${Number(day.slice(5, 7))}`) })
      : t('pages.range', { from: dates.day(shown[0] ?? day), to: dates.day(shown[6] ?? day) });
  const turn = (label: string, to: LocalDate) => (
    <button
      type="button"
      className="plain-button"
      onClick={() => {
        props.onDay(to);
      }}
    >
      {label}
    </button>
  );
  return (
    <div className="due-turner">
      {turn(t(`pages.before.${view}`), turned(view, day, -1))}
      <h2 aria-live="polite">{name}</h2>
      {turn(t(`pages.next.${view}`), turned(view, day, 1))}
      {turn(t('pages.today'), today)}
    </div>
  );
}
