import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { mostBytes, type ReadingKind, readingKind } from '#shared/reading/kind.ts';
import { FileSheet } from './file-sheet.tsx';
import { type Readable, useOpened } from './use-opened.ts';

/** How a file can be shown; undefined when it can only be saved. */
export function shownAs({ mime, name, size }: Readable): ReadingKind | undefined {
  const kind = readingKind(mime, name);
  return kind !== undefined && size <= mostBytes[kind] ? kind : undefined;
}

/** Looking at a file, when that is safe, and saving it; how far reading is, and why it failed. */
export function OpenButtons({ file }: { readonly file: Readable }) {
  const { t } = useTranslation('dossier');
  const opened = useOpened(file);
  const kind = shownAs(file);
  const { name, size } = file;
  const act = (label: string, spoken: string, run: () => void) => (
    <button type="button" className="text-button" aria-label={spoken} onClick={run}>
      {label}
    </button>
  );
  return (
    <>
      {kind === undefined ? null : act(t('file.show'), t('file.showOf', { name }), () => void opened.show())}{' '}
      {act(t('file.save'), t('file.saveOf', { name }), () => void opened.save())}
      {opened.progress === undefined ? null : (
        <span className="small soft">
          {' '}
          {t('file.reading', { done: byteSize(opened.progress), of: byteSize(size) })}
        </span>
      )}
      {opened.problem === undefined ? null : (
        <span className="field-note error" role="alert">
          {opened.problem}
        </span>
      )}
      {kind === undefined ? null : (
        <FileSheet file={opened.shown} kind={kind} name={name} onSave={opened.save} onClose={opened.hide} />
      )}
    </>
  );
}
