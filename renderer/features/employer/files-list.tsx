import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useOpenStrip } from '#renderer/app/api/strip-context.ts';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { DueButton } from '#renderer/ui/status/due-button.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { partyRoleNames } from '#shared/domain/party/party.ts';

type Row = CallOutput<'employer.files'>['rows'][number];

const tones: Readonly<Record<Row['row']['status'], Tone>> = { received: 'amber', accepted: 'blue', closed: 'plain' };

function useColumns(): readonly ListColumn<Row>[] {
  const { t, i18n } = useTranslation('employer');
  const { t: file } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const openStrip = useOpenStrip();
  return [
    {
      ...{ id: 'number', title: t('files.number'), width: '13rem' },
      cell: ({ row }) => <span className="unbroken">{row.caseNo ?? row.windowNo}</span>,
    },
    {
      ...{ id: 'role', title: t('files.role'), width: 'minmax(6rem, 9rem)' },
      cell: ({ parties }) => (
        <>
          {[...new Set(parties.map(({ role }) => bilingual(partyRoleNames[role])))].join('、')}{' '}
          {parties.some(({ split }) => split) ? <Badge tone="violet">{t('files.split')}</Badge> : null}
        </>
      ),
    },
    {
      ...{ id: 'title', title: t('files.parties'), width: 'minmax(8rem, 3fr)' },
      cell: ({ row }) => <span title={row.title}>{row.title}</span>,
    },
    {
      ...{ id: 'status', title: t('files.status'), width: i18n.language.startsWith('zh') ? '5rem' : '8rem' },
      cell: ({ row }) => <Badge tone={tones[row.status]}>{file(`status.${row.side}.${row.status}`)}</Badge>,
    },
    {
      ...{ id: 'due', title: t('files.due'), width: 'minmax(5.5rem, 10.9rem)' },
      cell: ({ row }) =>
        row.next === null ? (
          <span className="faint">{t('files.noDue')}</span>
        ) : (
          <DueButton due={row.next} today={today} onOpen={openStrip} quiet />
        ),
    },
    {
      ...{ id: 'received', title: t('files.received'), width: '6.4rem' },
      cell: ({ row }) => <span className="soft">{row.receivedOn.slice(0, 10)}</span>,
    },
  ];
}

/** The files of an employer, the newest first; Enter opens one. */
export function FilesList({ employer }: { readonly employer: string }) {
  const { t } = useTranslation('employer');
  const pages = usePages('employer.files', { employer });
  const columns = useColumns();
  return (
    <ListShell
      id={`employer-files:${employer}`}
      label={t('tab.files')}
      columns={columns}
      total={pages.total}
      rowAt={pages.rowAt}
      keyOf={({ row }) => row.id}
      onView={pages.onView}
      failure={pages.failure}
      onAgain={pages.again}
      onOpen={({ row }) => {
        window.location.hash = addresses.dossier(row.id);
      }}
      empty={<EmptyState title={t('files.none')} />}
    />
  );
}
