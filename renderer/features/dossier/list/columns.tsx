import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { ListColumn } from '#renderer/ui/list/list-shell.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { isStage, stageName } from '#shared/domain/dossier/steps/stages.ts';
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

/** What presses: the date, which opens its strip, and the days left in words. */
function useDueColumns(today: LocalDate): readonly ListColumn<Row>[] {
  const { t } = useTranslation('dossier');
  const openStrip = useOpenStrip();
  const left = useDaysLeft();
  return [
    {
      id: 'due',
      title: t('list.due'),
      width: 'minmax(5.5rem, 10.9rem)',
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
  ];
}

/** Who the file is about, and the file that leads where it is heard together with others. */
function Title({ row }: { readonly row: Row }) {
  const { t } = useTranslation('joining');
  const { title, leadNo } = row;
  const lead = leadNo === null ? '' : t('headJoined', { number: leadNo });
  return (
    <span title={`${title} ${lead}`.trim()}>
      {title} {lead === '' ? null : <span className="small soft">{lead}</span>}
    </span>
  );
}

/** The columns of the register, the date that decides first; a narrow list keeps to what a file is found by. */
export function useColumns(today: LocalDate, narrow: boolean): readonly ListColumn<Row>[] {
  const { t, i18n } = useTranslation('dossier');
  const names = useDossierNames();
  const due = useDueColumns(today);
  const bilingual = useBilingual();
  // Where an accepted file stands says more than that it is accepted.
  const standing = ({ side, status, stage }: Row): string =>
    status === 'accepted' && isStage(stage) ? bilingual(stageName(stage)) : names.status(side, status);
  // Rows are grids of their own, so a column is as wide as its longest word in the language of the page.
  const words = i18n.language.startsWith('zh')
    ? { status: '5rem', requests: '2.6rem' }
    : { status: '9rem', requests: '4.6rem' };
  const plain = (id: string, title: string, width: string, cell: (row: Row) => ReactNode): ListColumn<Row> => ({
    ...{ id, title, width, cell },
  });
  const who = [
    plain('handler', t('list.handler'), 'minmax(3.5rem, 5rem)', (row) => row.handler),
    plain('received', t('list.received'), 'minmax(4rem, 6rem)', (row) => (
      <span className="soft">{row.receivedOn.slice(0, 10)}</span>
    )),
  ];
  return [
    ...due.slice(0, narrow ? 1 : 2),
    plain('number', t('list.number'), '13rem', (row) => <span className="unbroken">{row.caseNo ?? row.windowNo}</span>),
    plain('title', t('list.parties'), 'minmax(8rem, 3fr)', (row) => <Title row={row} />),
    plain('cause', t('list.cause'), 'minmax(4rem, 9rem)', (row) => names.cause(row.cause)),
    plain('status', t('list.status'), words.status, (row) => (
      <Badge tone={statusTones[row.status]}>{standing(row)}</Badge>
    )),
    {
      ...{ id: 'requests', title: t('list.requests'), width: words.requests, number: true },
      cell: (row) => (row.openRequests === 0 ? '' : row.openRequests),
    },
    ...(narrow ? [] : who),
  ];
}
