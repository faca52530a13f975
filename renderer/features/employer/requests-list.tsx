import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';

type Row = CallOutput<'employer.requests'>['rows'][number];

function useColumns(): readonly ListColumn<Row>[] {
  const { t } = useTranslation('employer');
  const { t: kinds, i18n } = useTranslation('kinds');
  const bilingual = useBilingual();
  const state = (code: string): string =>
    i18n.exists(`state.${code}`, { ns: 'kinds' }) ? kinds(`state.${code}`) : code;
  return [
    {
      ...{ id: 'way', title: t('requests.way'), width: '5rem' },
      cell: (row) => t(`requests.${row.direction}`),
    },
    {
      ...{ id: 'kind', title: t('requests.kind'), width: 'minmax(7rem, 11rem)' },
      cell: (row) => {
        const kind = requestKind(row.kind);
        return kind === undefined ? row.kind : bilingual(kind.name);
      },
    },
    {
      ...{ id: 'number', title: t('requests.number'), width: 'minmax(9rem, 14rem)' },
      cell: (row) => <span className="unbroken">{row.number ?? row.registerNo ?? ''}</span>,
    },
    {
      ...{ id: 'title', title: t('requests.title'), width: 'minmax(8rem, 3fr)' },
      cell: (row) => <span title={row.title}>{row.title}</span>,
    },
    {
      ...{ id: 'partner', title: t('requests.partner'), width: 'minmax(9rem, 2fr)' },
      cell: (row) => (
        <span title={`${row.partnerName} ${row.regionName}`}>
          {row.partnerName} <span className="soft">{row.regionName}</span>
        </span>
      ),
    },
    { id: 'state', title: t('requests.state'), width: 'minmax(5rem, 8rem)', cell: (row) => state(row.state) },
    {
      ...{ id: 'sent', title: t('requests.sent'), width: '6.4rem' },
      cell: (row) => <span className="soft">{row.sentOn?.slice(0, 10) ?? ''}</span>,
    },
  ];
}

/** Requests made from the employer's files and those that name it, with the partner's region; Enter opens one. */
export function RequestsList({ employer }: { readonly employer: string }) {
  const { t } = useTranslation('employer');
  const pages = usePages('employer.requests', { employer });
  const columns = useColumns();
  return (
    <ListShell
      id={`employer-requests:${employer}`}
      label={t('tab.requests')}
      columns={columns}
      total={pages.total}
      rowAt={pages.rowAt}
      keyOf={(row) => row.id}
      onView={pages.onView}
      failure={pages.failure}
      onAgain={pages.again}
      onOpen={(row) => {
        window.location.hash = addresses.request(row.id);
      }}
      empty={<EmptyState title={t('requests.none')} text={t('requests.noneText')} />}
    />
  );
}
