import { useTranslation } from 'react-i18next';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import type { View } from '../page/dossier-page.tsx';
import { OpenButtons } from './open-buttons.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** A file of a dossier as its page knows it. */
export type FileOf = View['files'][number];

type Props = {
  readonly file: FileOf;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDetails: () => void;
  readonly onRemove: () => void;
};

/** How many pages a document has, and whether only it says so. */
function Pages({ file }: Pick<Props, 'file'>) {
  const { t } = useTranslation('file');
  return (
    <td className="num unbroken">
      {file.pages ?? ''}
      {file.pagesSaid ? <span className="soft small"> {t('list.pagesSaid')}</span> : null}
    </td>
  );
}

/** One document: its picture, what it is, and what can be done with it; moved in its volume by two buttons. */
export function FileRow({ file, first, last, onMove, onDetails, onRemove }: Props) {
  const { t } = useTranslation('dossier');
  const { t: files } = useTranslation('file');
  const { name } = file;
  const move = (by: -1 | 1, label: string, off: boolean) => (
    <button
      type="button"
      className="text-button"
      data-move={`${file.id}${by}`}
      aria-label={label}
      aria-disabled={off}
      onClick={() => (off ? undefined : onMove(by))}
    >
      {by === -1 ? '↑' : '↓'}
    </button>
  );
  const act = (label: string, spoken: string, run: () => void) => (
    <button type="button" className="text-button" aria-label={spoken} onClick={run}>
      {label}
    </button>
  );
  return (
    <tr>
      <td className="unbroken">
        {move(-1, files('list.up', { name }), first)} {move(1, files('list.down', { name }), last)}
      </td>
      <td>
        <Thumbnail file={file} />
      </td>
      <th scope="row" className="file-document">
        {name}
        {file.version === 1 ? null : (
          <span className="soft small">{files('list.version', { version: file.version })}</span>
        )}
        {file.note === '' ? null : <span className="soft small">{file.note}</span>}
        {file.text === 'part' ? <span className="soft small">{files('details.texts.part')}</span> : null}
      </th>
      <Pages file={file} />
      <td className="num unbroken">{byteSize(file.size)}</td>
      <td className="unbroken">
        {file.addedOn} {file.addedBy}
      </td>
      <td className="file-member-acts">
        <OpenButtons file={file} /> {act(files('details.open'), files('details.openOf', { name }), onDetails)}{' '}
        {act(t('member.remove'), t('member.removeOf', { name }), onRemove)}
      </td>
    </tr>
  );
}
