import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDates } from '#renderer/ui/format/use-dates.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Shown } from './dossier-page.tsx';
import { useHistoryText, useRecorder } from './history-text.ts';

const shown = 6;

/** The last things done on a file. */
export function RecentHistory({ id }: Pick<Shown, 'id'>) {
  const { t } = useTranslation('dossier');
  const dates = useDates();
  const text = useHistoryText();
  const recorder = useRecorder();
  const history = useAsk('dossier.history', { dossier: id, limit: shown }).last;
  return (
    <Panel
      title={t('history.recent')}
      side={<a href={addresses.dossierTab(id, 'history')}>{t('history.all')}</a>}
      padded
    >
      <ul className="file-recent">
        {(history?.rows ?? []).map((row) => (
          <li key={row.id}>
            <span className="soft unbroken">{dates.moment(row.recordedAt)}</span>
            <span>
              {recorder(row)} {text(row)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
