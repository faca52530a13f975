import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { ChoiceSelect } from '#renderer/ui/fields/choice-select.tsx';
import { SearchField } from '#renderer/ui/fields/search-field.tsx';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput, HandlerInput } from '#shared/contract/contract.ts';
import { employerFilter } from '#shared/contract/employer.ts';
import './employer.css';

type Row = CallOutput<'employer.list'>['rows'][number];
type Filter = HandlerInput<'employer.list'>['filter'];

const sorts: readonly Filter['sort'][] = ['latest', 'files', 'name'];

/** The filter of the address; anything odd there counts as not said. */
function useAddressFilter(): readonly [Filter, (change: Partial<Filter>) => void] {
  const [query, setQuery] = useSearchParams();
  const said = (key: keyof Filter): Partial<Filter> => {
    const found = employerFilter.shape[key].safeParse(query.get(key) ?? undefined);
    return found.success ? { [key]: found.data } : {};
  };
  const filter = employerFilter.parse({ ...said('text'), ...said('sort') });
  return [
    filter,
    (change) => {
      const { text, sort } = { ...filter, ...change };
      setQuery({ ...(text === '' ? {} : { text }), ...(sort === 'latest' ? {} : { sort }) }, { replace: true });
    },
  ];
}

function useColumns(): readonly ListColumn<Row>[] {
  const { t } = useTranslation('employer');
  return [
    {
      ...{ id: 'name', title: t('list.name'), width: 'minmax(12rem, 3fr)' },
      cell: (row) => (
        <span title={row.name}>
          {row.name === '' ? t('noName') : row.name}{' '}
          {row.merged === 0 ? null : <Badge tone="plain">{t('list.merged', { n: row.merged })}</Badge>}
        </span>
      ),
    },
    { id: 'code', title: t('list.code'), width: 'minmax(9rem, 13rem)', cell: (row) => row.code },
    { id: 'files', title: t('list.files'), width: '4.6rem', number: true, cell: (row) => row.files },
    {
      ...{ id: 'latest', title: t('list.latest'), width: 'minmax(9rem, 14rem)' },
      cell: (row) => <span className="unbroken">{row.latestNumber}</span>,
    },
    {
      ...{ id: 'on', title: t('list.on'), width: '6.4rem' },
      cell: (row) => <span className="soft">{row.latestOn}</span>,
    },
  ];
}

/** 单位: every employer that stands on a file, each once over all of them. */
export function EmployersPage() {
  const { t } = useTranslation('employer');
  const [filter, change] = useAddressFilter();
  const pages = usePages('employer.list', { filter });
  const columns = useColumns();
  return (
    <div className="page-fill">
      <PageHead title={t('title')} under={<span>{t('under')}</span>} />
      <Filters filter={filter} onChange={change} />
      <div className="grow">
        <ListShell
          id={`employers:${JSON.stringify(filter)}`}
          label={t('title')}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          keyOf={(row) => row.id}
          onView={pages.onView}
          failure={pages.failure}
          onAgain={pages.again}
          onOpen={(row) => {
            window.location.hash = addresses.employer(row.id);
          }}
          empty={
            filter.text === '' ? (
              <EmptyState title={t('empty.title')} text={t('empty.text')} />
            ) : (
              <EmptyState title={t('none.title')} text={t('none.text')} />
            )
          }
          autoFocus
        />
      </div>
    </div>
  );
}

function Filters(props: { readonly filter: Filter; readonly onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation('employer');
  return (
    <search className="employer-filter">
      <SearchField
        label={t('filter.text')}
        placeholder={t('filter.placeholder')}
        text={props.filter.text}
        onText={(text) => props.onChange({ text })}
      />
      <ChoiceSelect<Filter['sort']>
        compact
        label={t('filter.sort')}
        value={props.filter.sort}
        choices={sorts.map((value) => ({ value, label: t(`filter.sorts.${value}`) }))}
        onChoose={(sort) => {
          if (sort !== null) props.onChange({ sort });
        }}
      />
    </search>
  );
}
