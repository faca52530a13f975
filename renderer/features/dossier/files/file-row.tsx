import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { View } from '../page/dossier-page.tsx';
import { readWholeFile } from './read-whole-file.ts';

/** A file of a dossier as its page knows it. */
export type FileOf = View['files'][number];

/** Pictures a browser draws without running anything; all else is only saved. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/webp']);
/** Bytes of a text that are shown; the rest is for saving. */
const mostText = 2_000_000;
const canShow = ({ mime, size }: FileOf): boolean => pictures.has(mime) || (mime === 'text/plain' && size <= mostText);

type Shown = { readonly kind: 'picture'; readonly url: string } | { readonly kind: 'text'; readonly text: string };

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Reads a file and saves or shows it; says how far it is, and why not. */
function useOpened(file: FileOf) {
  const failureText = useFailureText();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState<Shown>();
  const read = async (handOver: (blob: Blob) => Promise<void>): Promise<void> => {
    setProblem(undefined);
    setProgress(0);
    const reply = await readWholeFile(file.manifest, file.size, file.mime, setProgress);
    setProgress(undefined);
    if (reply.ok) await handOver(reply.value);
    else setProblem(failureText(reply.failure));
  };
  return {
    ...{ progress, problem, shown },
    save: () =>
      read((blob) => {
        save(blob, file.name);
        return Promise.resolve();
      }),
    show: () =>
      read(async (blob) => {
        if (file.mime === 'text/plain') setShown({ kind: 'text', text: await blob.text() });
        else setShown({ kind: 'picture', url: URL.createObjectURL(blob) });
      }),
    hide: () => {
      if (shown?.kind === 'picture') URL.revokeObjectURL(shown.url);
      setShown(undefined);
    },
  };
}

/** One file: shown when that is safe, saved with a click, taken off. */
export function FileRow({ file, onRemove }: { readonly file: FileOf; readonly onRemove: () => void }) {
  const { t } = useTranslation('dossier');
  const opened = useOpened(file);
  const act = (label: string, spoken: string, run: () => void) => (
    <button type="button" className="text-button" aria-label={spoken} onClick={run}>
      {label}
    </button>
  );
  const { name } = file;
  return (
    <tr>
      <th scope="row" className="file-document">
        {name}
        {file.note === '' ? null : <span className="soft small">{file.note}</span>}
        {opened.problem === undefined ? null : (
          <span className="field-note error" role="alert">
            {opened.problem}
          </span>
        )}
      </th>
      <td className="num unbroken">
        {opened.progress === undefined
          ? byteSize(file.size)
          : t('file.reading', { done: byteSize(opened.progress), of: byteSize(file.size) })}
      </td>
      <td className="unbroken">{t(`file.volumes.${file.volume}`)}</td>
      <td className="unbroken">
        {file.addedOn} {file.addedBy}
      </td>
      <td className="file-member-acts">
        {canShow(file) ? act(t('file.show'), t('file.showOf', { name }), () => void opened.show()) : null}{' '}
        {act(t('file.save'), t('file.saveOf', { name }), () => void opened.save())}{' '}
        {act(t('member.remove'), t('member.removeOf', { name }), onRemove)}
        <Sheet wide open={opened.shown !== undefined} title={name} onClose={opened.hide}>
          <div className="sheet-body file-shown">
            {opened.shown?.kind === 'picture' ? <img src={opened.shown.url} alt={name} /> : null}
            {opened.shown?.kind === 'text' ? (
              // The text scrolls by keyboard only when it can be focused.
              <pre tabIndex={0}>{opened.shown.text}</pre>
            ) : null}
          </div>
        </Sheet>
      </td>
    </tr>
  );
}
