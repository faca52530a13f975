import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DayList } from './day-list.tsx';
import { TodaySide } from './today-side.tsx';
import './today.css';

/** The day as the backend puts it together. */
export type Today = CallOutput<'today.get'>;

/** 今日: what can still be saved today first, then what came in and what others wait for. */
export function TodayPage() {
  const day = useAsk('today.get', {});
  return (
    <PageState value={day.last} failure={day.failure} onAgain={day.again}>
      {(today) => <Day today={today} />}
    </PageState>
  );
}

const lists = ['overdue', 'dueToday', 'dueThisWeek', 'arrived', 'waitingForUs', 'inApproval'] as const;

function Day({ today }: { readonly today: Today }) {
  const date = parseLocalDate(today.today);
  const filled = lists.filter((list) => today[list].length > 0);
  return (
    <>
      {date === undefined ? null : <Head today={today} date={date} />}
      <div className="two-columns">
        <div>
          {filled.length === 0 ? <CalmDay /> : null}
          {date === undefined
            ? null
            : filled.map((list) => (
                <DayList key={list} list={list} items={today[list]} total={today.counts[list]} today={date} />
              ))}
        </div>
        <TodaySide today={today} />
      </div>
    </>
  );
}

function Head({ today, date }: { readonly today: Today; readonly date: LocalDate }) {
  const { t } = useTranslation('today');
  const dates = useDates();
  const words = [
    ...(today.workingDay
      ? []
      : [today.dayName === null ? t('head.dayOff') : t('head.holiday', { name: today.dayName })]),
    ...(today.counts.overdue === 0 ? [] : [t('head.overdue', { n: today.counts.overdue })]),
    t('head.today', { n: today.counts.dueToday }),
    t('head.week', { n: today.counts.dueThisWeek }),
    ...(today.counts.waitingForUs === 0
      ? []
      : [t('head.waiting', { n: today.counts.waitingForUs, count: today.counts.waitingForUs })]),
  ];
  return <PageHead title={dates.dayOfWeek(date)} badges={<span className="soft">{words.join(t('head.join'))}</span>} />;
}

/** Nothing presses: says so, and how a file begins. */
function CalmDay() {
  const { t } = useTranslation('today');
  return (
    <div className="panel">
      <EmptyState
        title={t('calm.title')}
        text={t('calm.text')}
        action={
          <>
            <a className="plain-button" href={addresses.newDossier}>
              {t('calm.receive')}
            </a>
            <a className="plain-button" href={addresses.dossiers}>
              {t('calm.dossiers')}
            </a>
          </>
        }
      />
    </div>
  );
}
