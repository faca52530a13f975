import { useTranslation } from 'react-i18next';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import type { ListColumn } from '#renderer/ui/list/list-shell.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { statusTones, useDossierNames } from '../names.ts';

/** A file as the register shows it. */
export type Row = CallOutput<'dossier.list'>['rows'][number];

/** Days left in words, so that the colour of the date never speaks alone. */
function useDaysLeft(): (days: number | null) => string {
  const { t } = useTranslation('dossier');
  return (days) => {
    if (days === null) return '';
    if (days === 0) return t('list.lastDay');
    return t(days < 0 ? 'list.over' : 'list.left', { n: Math.abs(days) });
  };
}

/** The columns of the register, the date that decides first. */
export function useColumns(today: LocalDate): readonly ListColumn<Row>[] {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const openStrip = useOpenStrip();
  const left = useDaysLeft();
  return [
    {
      id: 'due',
      title: t('list.due'),
      width: 'minmax(5.5rem, 9.6rem)',
      cell: ({ next }) =>
        next === null ? (
          <span className="faint">{t('list.noDue')}</span>
        ) : (
          <DueButton due={next} today={today} onOpen={openStrip} quiet />
        ),
    },
    {
      id: 'left',
      title: t('list.daysLeft'),
      width: 'minmax(3rem, 4.6rem)',
      cell: ({ next }) => <span className="soft">{left(next?.daysLeft ?? null)}</span>,
    },
    {
      id: 'number',
      title: t('list.number'),
      width: 'minmax(9rem, 13rem)',
      cell: (row) => <span className="unbroken">{row.caseNo ?? row.windowNo}</span>,
    },
    {
      id: 'title',
      title: t('list.parties'),
      width: 'minmax(8rem, 3fr)',
      cell: (row) => <span title={row.title}>{row.title}</span>,
    },
    { id: 'cause', title: t('list.cause'), width: 'minmax(4rem, 9rem)', cell: (row) => names.cause(row.cause) },
    {
      id: 'status',
      title: t('list.status'),
      width: 'minmax(4rem, 5rem)',
      cell: (row) => <Badge tone={statusTones[row.status]}>{names.status(row.side, row.status)}</Badge>,
    },
    {
      id: 'requests',
      title: t('list.requests'),
      width: '2.6rem',
      number: true,
      cell: (row) => (row.openRequests === 0 ? '' : row.openRequests),
    },
    { id: 'handler', title: t('list.handler'), width: 'minmax(3.5rem, 5rem)', cell: (row) => row.handler },
    {
      id: 'received',
      title: t('list.received'),
      width: 'minmax(4rem, 6rem)',
      cell: (row) => <span className="soft">{row.receivedOn.slice(0, 10)}</span>,
    },
  ];
}
