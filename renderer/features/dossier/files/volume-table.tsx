import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import { rowIdField } from '#shared/contract/fields.ts';
import { type FileOf, FileRow } from './file-row.tsx';
import { pageSum } from './page-sum.ts';

type Props = {
  readonly id: DossierId;
  readonly volume: 'main' | 'sub';
  readonly files: readonly FileOf[];
  readonly onDetails: (file: FileOf) => void;
  readonly onRemove: (file: FileOf) => void;
};

/** Puts the documents of a volume in another order and keeps the focus on the button that moved one. */
function useOrder({ id, volume, files }: Props) {
  const [order] = useAct('file.order');
  const [failure, setFailure] = useState<ShownFailure>();
  const pressed = useRef<string>(undefined);
  useEffect(() => {
    if (pressed.current === undefined) return;
    // The row has moved in the page, and the browser lets go of what moves.
    document.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = undefined;
  });
  const move = async (index: number, by: -1 | 1): Promise<void> => {
    const ids = files.map((file) => file.id);
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(index + by, 0, moved);
    const reply = await order({ dossier: id, volume, files: ids.map((one) => rowIdField.parse(one)) });
    setFailure(reply.ok ? undefined : reply.failure);
    pressed.current = `${moved}${by}`;
  };
  return { move, failure };
}

/** How many pages a volume has, what of it is the files' own word, and how many documents are not counted. */
function Pages({ files }: Pick<Props, 'files'>) {
  const { t } = useTranslation('file');
  const { pages, said, unknown } = pageSum(files);
  const parts = [
    ...(pages > 0 ? [t('list.pageSum', { count: pages })] : []),
    ...(said > 0 ? [t('list.pageSumSaid', { count: said })] : []),
    ...(unknown > 0 ? [t('list.pageSumUnknown', { count: unknown })] : []),
  ];
  return <span className="soft small">{parts.join(t('list.pageSumAnd'))}</span>;
}

function Titles() {
  const { t } = useTranslation('dossier');
  const { t: words } = useTranslation('file');
  return (
    <thead>
      <tr>
        <th scope="col">{words('list.order')}</th>
        <th scope="col" aria-label={t('file.show')} />
        <th scope="col">{t('file.name')}</th>
        <th scope="col" className="num">
          {words('list.pages')}
        </th>
        <th scope="col" className="num">
          {t('file.size')}
        </th>
        <th scope="col">{t('file.added')}</th>
        <th scope="col">{t('member.acts')}</th>
      </tr>
    </thead>
  );
}

/** The documents of one volume, 正卷 or 副卷, in the order the office gave them. */
export function VolumeTable(props: Props) {
  const { t } = useTranslation('dossier');
  const { t: words } = useTranslation('file');
  const failureText = useFailureText();
  const { move, failure } = useOrder(props);
  const { files, volume } = props;
  if (files.length === 0) return null;
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          {failureText(failure)}
        </Notice>
      )}
      <table className="plain-table files">
        <caption className="file-volume">
          {words('list.volumeCount', { volume: t(`file.volumes.${volume}`), count: files.length })}{' '}
          <Pages files={files} />
        </caption>
        <Titles />
        <tbody>
          {files.map((file, index) => (
            <FileRow
              key={file.id}
              file={file}
              first={index === 0}
              last={index === files.length - 1}
              onMove={(by) => void move(index, by)}
              onDetails={() => props.onDetails(file)}
              onRemove={() => props.onRemove(file)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
