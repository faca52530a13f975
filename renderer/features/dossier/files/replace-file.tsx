import { useTranslation } from 'react-i18next';
import { FileDrop } from '#renderer/ui/files/file-drop.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import type { FileOf } from './file-row.tsx';
import { useFilesOf } from './use-files-of.ts';

/** Takes in the next version of a document, whatever its name is. */
export function ReplaceFile({ id, view, file }: Shown & { readonly file: FileOf }) {
  const { t } = useTranslation('file');
  const failureText = useFailureText();
  const { intakes, take, cancel, notes } = useFilesOf({ id, view }, file);
  return (
    <FileDrop
      label={t('details.replace')}
      multiple={false}
      intakes={intakes.map(({ failure, ...intake }) => ({
        ...intake,
        note: failure === undefined ? notes.get(intake.id) : failureText(failure),
      }))}
      onFiles={take}
      onCancel={cancel}
    />
  );
}
