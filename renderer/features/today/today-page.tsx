import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type DayListName, dayLists } from './day-item.ts';
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

/** The lists of the middle; what has no clock stands at the side. */
const lists = dayLists.filter((list) => list !== 'unclocked');

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
  const { dueToday, dueThisWeek, overdue, waitingForUs } = today.counts;
  const off = today.dayName === null ? t('head.dayOff') : t('head.holiday', { name: today.dayName });
  const counts: readonly (readonly [DayListName, string])[] = [
    ['dueToday', t('head.today', { n: dueToday })],
    ['dueThisWeek', t('head.week', { n: dueThisWeek })],
    ...(overdue === 0 ? [] : [['overdue', t('head.overdue', { n: overdue })] as const]),
    ...(waitingForUs === 0
      ? []
      : [['waitingForUs', t('head.waiting', { n: waitingForUs, count: waitingForUs })] as const]),
  ];
  return (
    <PageHead
      title={dates.dayOfWeek(date)}
      badges={
        <span className="soft">
          {today.workingDay ? null : `${off}${t('head.join')}`}
          {counts.map(([list, words], place) => (
            <span key={list}>
              {place === 0 ? null : t('head.join')}
              <a href={addresses.todayList(list)}>{words}</a>
            </span>
          ))}
        </span>
      }
    />
  );
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
