import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { HonestWord } from '#renderer/ui/status/honest-word.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { capital, stateTone, useRequestNames } from '../names.ts';
import { StripSheet } from '../page/strip-sheet.tsx';
import { DueCell } from './due-cell.tsx';
import { Flags } from './flags.tsx';
import type { RequestFilter } from './list-filter.ts';
import { numberOf, wrote } from './row-facts.ts';

type Row = CallOutput<'request.list'>['rows'][number];

function useColumns(today: LocalDate, onStrip: (deadline: string) => void): readonly ListColumn<Row>[] {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  return [
    {
      id: 'title',
      title: t('column.title'),
      width: 'minmax(14rem, 3fr)',
      cell: (row) => (
        <TwoLines
          strong={row.unread}
          first={row.title === '' ? names.kind(row.kind) : row.title}
          second={t(row.direction === 'out' ? 'list.to' : 'list.from', { name: row.partnerName })}
        />
      ),
    },
    {
      id: 'number',
      title: t('column.number'),
      width: 'minmax(13rem, 2fr)',
      cell: (row) => (
        <TwoLines
          strong={row.unread}
          first={numberOf(row) ?? t('list.unnumbered')}
          second={capital(names.kind(row.kind))}
        />
      ),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: '10.5rem',
      cell: (row) => <StateCell row={row} />,
    },
    {
      id: 'due',
      title: t('column.due'),
      width: '9rem',
      cell: (row) => <DueCell row={row} today={today} onStrip={onStrip} />,
    },
    {
      id: 'word',
      title: t('column.word'),
      width: '8rem',
      cell: (row) => (wrote(row) ? <HonestWord word={row.word} /> : null),
    },
    { id: 'flags', title: t('column.flags'), width: '10rem', cell: (row) => <Flags flags={row.flags} most={1} /> },
  ];
}

function StateCell({ row }: { readonly row: Row }) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  return (
    <TwoLines
      strong={false}
      first={<Badge tone={stateTone(row.state)}>{kinds(`state.${row.state}`)}</Badge>}
      second={row.actor === 'nobody' ? '' : t(`actor.${row.actor}`)}
    />
  );
}

/** What matters above what it belongs to. */
function TwoLines(props: { readonly strong: boolean; readonly first: ReactNode; readonly second: string }) {
  return (
    <>
      <span className={props.strong ? 'clip block unread' : 'clip block'}>{props.first}</span>
      <span className="clip block soft small">{props.second}</span>
    </>
  );
}

/** Requests as one long list, both directions, sorted by what can still be saved today. */
export function RequestTable({ filter }: { readonly filter: RequestFilter }) {
  const { t } = useTranslation('request');
  const navigate = useNavigate();
  const [strip, setStrip] = useState<string>();
  const columns = useColumns(useToday(), setStrip);
  const { direction, actor, text } = filter;
  const pages = usePages('request.list', { direction, actor, text });
  return (
    <>
      <ListShell
        id={`requests:${direction}:${actor}:${text}`}
        label={t('list.title')}
        columns={columns}
        lines={2}
        {...pages}
        keyOf={(row) => row.id}
        onAgain={pages.again}
        onOpen={(row) => {
          void navigate(`/requests/${row.id}`);
        }}
        empty={<EmptyState title={t('empty.list')} text={t(text === '' ? 'empty.listText' : 'empty.filtered')} />}
      />
      {strip === undefined ? null : (
        <StripSheet
          id={strip}
          onClose={() => {
            setStrip(undefined);
          }}
        />
      )}
    </>
  );
}
