import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { mostBytes, type ReadingKind, readingKind } from '#shared/reading/kind.ts';
import type { View } from '../page/dossier-page.tsx';
import { FileSheet } from './file-sheet.tsx';
import { readWholeFile } from './read-whole-file.ts';

/** A file of a dossier as its page knows it. */
export type FileOf = View['files'][number];

/** How a file can be shown; undefined when it can only be saved. */
function shownAs({ mime, name, size }: FileOf): ReadingKind | undefined {
  const kind = readingKind(mime, name);
  return kind !== undefined && size <= mostBytes[kind] ? kind : undefined;
}

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
  const [shown, setShown] = useState<Blob>();
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
      read((blob) => {
        setShown(blob);
        return Promise.resolve();
      }),
    hide: () => setShown(undefined),
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
  const kind = shownAs(file);
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
        {kind !== undefined ? act(t('file.show'), t('file.showOf', { name }), () => void opened.show()) : null}{' '}
        {act(t('file.save'), t('file.saveOf', { name }), () => void opened.save())}{' '}
        {act(t('member.remove'), t('member.removeOf', { name }), onRemove)}
        {kind === undefined ? null : (
          <FileSheet file={opened.shown} kind={kind} name={name} onSave={opened.save} onClose={opened.hide} />
        )}
      </td>
    </tr>
  );
}
