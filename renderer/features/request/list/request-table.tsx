import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { stateTone, useRequestNames } from '../names.ts';
import { useToday } from '../use-today.ts';
import { DueCell } from './due-cell.tsx';
import { Flags } from './flags.tsx';
import type { RequestFilter } from './list-filter.ts';

type Row = CallOutput<'request.list'>['rows'][number];

function useColumns(today: LocalDate): readonly ListColumn<Row>[] {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  return [
    {
      id: 'number',
      title: t('column.number'),
      width: 'minmax(11rem, 1.2fr)',
      cell: (row) => (
        <span className={row.unread ? 'unread' : undefined}>
          {row.registerNo ?? row.number ?? t('list.unnumbered')}
        </span>
      ),
    },
    {
      id: 'title',
      title: t('column.title'),
      width: 'minmax(11rem, 2fr)',
      cell: (row) => (row.title === '' ? names.kind(row.kind) : row.title),
    },
    {
      id: 'partner',
      title: t('column.partner'),
      width: 'minmax(9rem, 1.4fr)',
      cell: (row) => t(row.direction === 'out' ? 'list.to' : 'list.from', { name: row.partnerName }),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: '8rem',
      cell: (row) => <Badge tone={stateTone(row.state)}>{kinds(`state.${row.state}`)}</Badge>,
    },
    { id: 'actor', title: t('column.actor'), width: '5rem', cell: (row) => t(`actor.${row.actor}`) },
    { id: 'due', title: t('column.due'), width: '9rem', cell: (row) => <DueCell row={row} today={today} /> },
    {
      id: 'word',
      title: t('column.word'),
      width: '8rem',
      cell: (row) => (row.state === 'approval' ? null : <HonestWord word={row.word} />),
    },
    { id: 'flags', title: t('column.flags'), width: '9rem', cell: (row) => <Flags flags={row.flags} most={1} /> },
  ];
}

/** Requests as one long list, both directions, sorted by what can still be saved today. */
export function RequestTable({ filter }: { readonly filter: RequestFilter }) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const columns = useColumns(useToday());
  const { direction, actor, text } = filter;
  const pages = usePages('request.list', { direction, actor, text });
  return (
    <ListShell
      id={`requests:${direction}:${actor}:${text}`}
      label={t('list.title')}
      columns={columns}
      {...pages}
      onAgain={pages.again}
      onOpen={(row) => {
        void navigate(`/requests/${row.id}`);
      }}
      empty={<EmptyState title={t('empty.list')} text={t(text === '' ? 'empty.listText' : 'empty.filtered')} />}
    />
  );
}
