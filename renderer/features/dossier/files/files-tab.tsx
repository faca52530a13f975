import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { type TakenFile, useIntake } from '#renderer/app/api/use-intake.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { manifestIdField } from '#shared/contract/fields.ts';
import type { Shown } from '../page/dossier-page.tsx';
import { type FileOf, FileRow } from './file-row.tsx';

/** Takes files in and puts each on the file when it is whole; `odd` are the warnings about their contents, by name. */
function useFilesOf(id: Shown['id']) {
  const [attach] = useAct('dossier.attach');
  const [failure, setFailure] = useState<ShownFailure>();
  const [odd, setOdd] = useState<ReadonlyMap<string, string>>(new Map());
  const put = async ({ manifest, name, warning }: TakenFile): Promise<void> => {
    const known = manifestIdField.safeParse(manifest);
    if (!known.success) return;
    if (warning !== null) setOdd((before) => new Map(before).set(name, warning));
    const reply = await attach({ dossier: id, manifest: known.data, name });
    setFailure(reply.ok ? undefined : reply.failure);
  };
  return { ...useIntake((file) => void put(file)), failure, odd };
}

/** The files of a dossier: taken in with progress, opened safely, taken off; a closed dossier takes late ones too. */
export function FilesTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const failureText = useFailureText();
  const { intakes, take, cancel, failure, odd } = useFilesOf(id);
  const noteOf = (name: string, failed: ShownFailure | undefined): string | undefined => {
    if (failed !== undefined) return failureText(failed);
    const warning = odd.get(name);
    return warning === undefined ? undefined : t(`warning.${warning}`);
  };
  return (
    <Panel title={t('tab.files')}>
      <div className="panel-body">
        <FileDrop
          label={t('file.take')}
          intakes={intakes.map(({ failure: failed, ...intake }) => ({ ...intake, note: noteOf(intake.name, failed) }))}
          onFiles={take}
          onCancel={cancel}
        />
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            {failureText(failure)}
          </Notice>
        )}
      </div>
      <FilesTable id={id} view={view} />
    </Panel>
  );
}

function FilesTable({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const [detach] = useAct('dossier.detach');
  const [leaving, setLeaving] = useState<FileOf>();
  if (view.files.length === 0) return <p className="panel-body soft">{t('file.none')}</p>;
  return (
    <>
      <table className="plain-table files">
        <thead>
          <tr>
            <th scope="col">{t('file.name')}</th>
            <th scope="col" className="num">
              {t('file.size')}
            </th>
            <th scope="col">{t('file.volume')}</th>
            <th scope="col">{t('file.added')}</th>
            <th scope="col">{t('member.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {view.files.map((file) => (
            <FileRow key={file.id} file={file} onRemove={() => setLeaving(file)} />
          ))}
        </tbody>
      </table>
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
