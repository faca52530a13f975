import { useTranslation } from 'react-i18next';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { PagePlace } from './page-address.ts';

type Row = CallOutput<'deadline.list'>['rows'][number];

/** Every limit of the filter, nearest first; Enter opens its strip, from where its file is one step away. */
export function DeadlineList(props: {
  readonly place: PagePlace;
  readonly today: LocalDate;
  readonly onWhole: () => void;
}) {
  const { t } = useTranslation('deadline');
  const dates = useDates();
  const openStrip = useOpenStrip();
  const columns = useColumns(props.today);
  const { state, side, rule, person, day } = props.place;
  const narrowed = { state, side, rule, person };
  const range = day === null || state === 'suspended' ? {} : { from: day, to: day };
  const pages = usePages('deadline.list', { ...narrowed, ...range });
  return (
    <>
      {day === null ? null : (
        <p className="due-only">
          {t('pages.onlyDay', { date: dates.dayOfWeek(day, props.today) })}{' '}
          <button type="button" className="text-button" onClick={props.onWhole}>
            {t('pages.whole')}
          </button>
        </p>
      )}
      <div className="grow">
        <ListShell<Row>
          id={`deadlines:${JSON.stringify([narrowed, day])}`}
          label={t('pages.title')}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          keyOf={(row) => row.due.id}
          onView={pages.onView}
          failure={pages.failure}
          onAgain={pages.again}
          onOpen={(row) => {
            openStrip(row.due.id);
          }}
          empty={<EmptyState title={t('pages.none.list')} text={t('pages.noneText')} />}
          autoFocus
        />
      </div>
    </>
  );
}

function useColumns(today: LocalDate): readonly ListColumn<Row>[] {
  const { t } = useTranslation('deadline');
  const openStrip = useOpenStrip();
  const title = useRuleTitle();
  return [
    {
      ...{ id: 'due', title: t('pages.due'), width: 'minmax(8rem, 14rem)' },
      cell: ({ due }) => <DueButton due={due} today={today} onOpen={openStrip} quiet />,
    },
    { id: 'left', title: t('pages.left'), width: '6rem', cell: ({ due }) => <DaysLeft due={due} /> },
    {
      ...{ id: 'rule', title: t('pages.rule'), width: 'minmax(8rem, 2fr)' },
      cell: ({ due, part }) => (
        <span title={title(due.ruleId).basis}>
          {title(due.ruleId).name}
          {part === '' ? null : <span className="soft"> {part}</span>}
        </span>
      ),
    },
    { ...{ id: 'number', title: t('pages.number'), width: '13rem' }, cell: (row) => row.number },
    {
      ...{ id: 'title', title: t('pages.about'), width: 'minmax(8rem, 3fr)' },
      cell: (row) => <span title={row.title}>{row.title}</span>,
    },
    { ...{ id: 'handler', title: t('pages.person'), width: 'minmax(3.5rem, 6rem)' }, cell: (row) => row.handler },
  ];
}

/** Days left, or when a paused limit should be resumed, in words. */
function DaysLeft({ due }: Pick<Row, 'due'>) {
  const { t } = useTranslation('deadline');
  if (due.resumeBy !== null) return <span>{t('pages.resumeBy', { date: due.resumeBy.slice(5) })}</span>;
  const days = due.daysLeft;
  if (days === null) return null;
  return (
    <span className="soft">
      {t(days < 0 ? 'pages.over' : 'pages.daysLeft', { n: Math.abs(days), count: Math.abs(days) })}
    </span>
  );
}
