import { useTranslation } from 'react-i18next';
import { usePages } from '#renderer/app/api/use-pages.ts';
import { type ListColumn, ListShell } from '#renderer/ui/list/list-shell.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import type { Shown } from './dossier-page.tsx';
import { type HistoryRow, useHistoryText, useRecorder } from './history-text.ts';

/** Characters of a device's id that tell the few devices of an office apart. */
const deviceCharacters = 8;

/** Every fact about the file, newest first: what, when it happened, when and by whom it was recorded, on which device. */
export function HistoryTab({ id }: Pick<Shown, 'id'>) {
  const { t } = useTranslation('dossier');
  const text = useHistoryText();
  const recorder = useRecorder();
  const pages = usePages('dossier.history', { dossier: id });
  const columns: readonly ListColumn<HistoryRow>[] = [
    { id: 'at', title: t('history.at'), width: '9rem', cell: (row) => row.recordedAt.replace('T', ' ') },
    { id: 'what', title: t('history.what'), width: 'minmax(10rem, 3fr)', cell: (row) => text(row) },
    { id: 'on', title: t('history.on'), width: 'minmax(5rem, 9rem)', cell: (row) => row.on.replace('T', ' ') },
    { id: 'by', title: t('history.by'), width: 'minmax(4rem, 8rem)', cell: recorder },
    {
      id: 'device',
      title: t('history.device'),
      width: 'minmax(5rem, 7rem)',
      cell: (row) => <span title={row.device}>{row.device.slice(0, deviceCharacters)}</span>,
    },
  ];
  return (
    <div className="file-list">
      <ListShell
        id={`history:${id}`}
        label={t('tab.history')}
        columns={columns}
        total={pages.total}
        rowAt={pages.rowAt}
        keyOf={(row) => row.id}
        onView={pages.onView}
        failure={pages.failure}
        onAgain={pages.again}
        empty={<EmptyState title={t('history.empty')} />}
      />
    </div>
  );
}
