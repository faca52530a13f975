import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { FileDetails } from './file-details.tsx';
import type { FileOf } from './file-row.tsx';
import { Scans } from './scans.tsx';
import { useFilesOf } from './use-files-of.ts';
import { usePaste } from './use-paste.ts';
import { VolumeTable } from './volume-table.tsx';

/** The documents of a dossier: dropped, chosen or pasted with progress, looked at, put in order, taken off. */
export function FilesTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { t: files } = useTranslation('file');
  const failureText = useFailureText();
  const { intakes, take, takeFrom, cancel, notes } = useFilesOf({ id, view });
  usePaste(take);
  return (
    <Panel title={t('tab.files')}>
      <div className="panel-body">
        <FileDrop
          label={t('file.take')}
          hint={files('list.drop')}
          intakes={intakes.map(({ failure, ...intake }) => ({
            ...intake,
            note: failure === undefined ? notes.get(intake.id) : failureText(failure),
          }))}
          onFiles={take}
          onCancel={cancel}
        />
      </div>
      <Scans onTake={takeFrom} />
      <Volumes id={id} view={view} />
    </Panel>
  );
}

function Volumes({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const [detach] = useAct('dossier.detach');
  const [leaving, setLeaving] = useState<FileOf>();
  const [looking, setLooking] = useState<string>();
  if (view.files.length === 0) return <p className="panel-body soft">{t('file.none')}</p>;
  return (
    <>
      {(['main', 'sub'] as const).map((volume) => (
        <VolumeTable
          key={volume}
          id={id}
          volume={volume}
          files={view.files.filter((file) => file.volume === volume)}
          onDetails={(file) => setLooking(file.id)}
          onRemove={setLeaving}
        />
      ))}
      <FileDetails
        id={id}
        view={view}
        file={view.files.find(({ id: newest, older }) => newest === looking || older.some((one) => one.id === looking))}
        onClose={() => setLooking(undefined)}
      />
      <Confirm
        open={leaving !== undefined}
        title={t('file.removeTitle')}
        act={t('member.remove')}
        onClose={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (leaving === undefined) return undefined;
          const reply = await detach({ dossier: id, file: leaving.id });
          return reply.ok ? undefined : reply.failure;
        }}
      >
        <p>{t('file.removeText', { name: leaving?.name ?? '' })}</p>
      </Confirm>
    </>
  );
}
