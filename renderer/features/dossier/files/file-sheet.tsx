import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { Preview } from '#renderer/ui/preview/preview.tsx';
import type { ReadingKind } from '#shared/reading/kind.ts';

/** A file looked at over its list; saving it is always possible, also when it cannot be shown. */
export function FileSheet(props: {
  /** What is looked at; undefined while the sheet is closed. */
  readonly file: Blob | undefined;
  readonly kind: ReadingKind;
  readonly name: string;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('file');
  return (
    <Sheet
      open={props.file !== undefined}
      className="preview-sheet"
      title={t('preview.title', { name: props.name })}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" className="plain-button" onClick={() => void props.onSave()}>
            {t('preview.save')}
          </button>
          <button type="button" className="plain-button" onClick={props.onClose}>
            {t('preview.close')}
          </button>
        </>
      }
    >
      {props.file === undefined ? null : <Preview file={props.file} kind={props.kind} name={props.name} />}
    </Sheet>
  );
}
