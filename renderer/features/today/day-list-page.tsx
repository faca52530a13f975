import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import {
  addressOf,
  type DayItem,
  type DayListName,
  dayLists,
  keyOf,
  useDaysLeft,
  useListTitle,
  useTodo,
} from './day-item.ts';
import { DraftsPage } from './drafts-page.tsx';

/** One list of the day in full: what its count on the first page leads to. */
export function DayListPage() {
  const { t } = useTranslation('today');
  const params = useParams();
  const list = dayLists.find((name) => name === params['list']);
  if (params['list'] === 'drafts') return <DraftsPage />;
  if (list === undefined) {
    return (
      <EmptyState
        title={t('whole.none')}
        text={t('whole.noneText')}
        action={<a href={addresses.today}>{t('whole.back')}</a>}
      />
    );
  }
  return <WholeList list={list} />;
}

function WholeList({ list }: { readonly list: DayListName }) {
  const { t } = useTranslation('today');
  const title = useListTitle()(list);
  const pages = usePages('today.list', { list });
  const columns = useColumns();
  return (
    <div className="page-fill">
      <PageHead
        title={title}
        acts={
          <a className="plain-button" href={addresses.today}>
            {t('whole.back')}
          </a>
        }
      />
      <div className="grow">
        <ListShell<DayItem>
          id={`today:${list}`}
          label={title}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          keyOf={keyOf}
          onView={pages.onView}
          failure={pages.failure}
          onAgain={pages.again}
          onOpen={(item) => {
            window.location.hash = addressOf(item);
          }}
          empty={<EmptyState title={t('whole.empty')} text={t('whole.emptyText')} />}
          autoFocus
        />
      </div>
    </div>
  );
}

function useColumns(): readonly ListColumn<DayItem>[] {
  const { t } = useTranslation('today');
  const today = useToday();
  const openStrip = useOpenStrip();
  const left = useDaysLeft();
  const todo = useTodo();
  const rule = useRuleTitle();
  return [
    {
      ...{ id: 'due', title: t('whole.date'), width: 'minmax(7rem, 11rem)' },
      cell: ({ due, since }) =>
        due === null ? (
          <span className="soft">{since === null ? '' : t('row.since', { date: since.slice(0, 10) })}</span>
        ) : (
          <DueButton due={due} today={today} onOpen={openStrip} quiet />
        ),
    },
    {
      ...{ id: 'left', title: t('whole.left'), width: '6rem' },
      cell: (item) => <span className="soft">{left(item)}</span>,
    },
    {
      ...{ id: 'number', title: t('whole.number'), width: '13rem' },
      cell: ({ number }) => <span className="unbroken">{number === '' ? t('row.noNumber') : number}</span>,
    },
    { ...{ id: 'todo', title: t('whole.todo'), width: 'minmax(8rem, 1.4fr)' }, cell: (item) => todo(item) },
    {
      ...{ id: 'title', title: t('whole.about'), width: 'minmax(8rem, 2fr)' },
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      ...{ id: 'rule', title: t('whole.rule'), width: 'minmax(6rem, 1.2fr)' },
      cell: ({ due }) => (due === null ? '' : <span title={rule(due.ruleId).basis}>{rule(due.ruleId).name}</span>),
    },
  ];
}
