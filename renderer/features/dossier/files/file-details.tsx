import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { View } from '../page/dossier-page.tsx';
import { AmendFields, documentOf } from './amend-fields.tsx';
import type { FileOf } from './file-row.tsx';
import { OpenButtons } from './open-buttons.tsx';
import { ReplaceFile } from './replace-file.tsx';

/** What is known of one version of a document. */
function Facts({ file }: { readonly file: FileOf['older'][number] }) {
  const { t } = useTranslation('file');
  return (
    <dl className="file-version">
      <dt>{t('details.hash')}</dt>
      <dd className="file-hash">{file.sha256}</dd>
      <dt>{t('details.size')}</dt>
      <dd>{byteSize(file.size)}</dd>
      <dt>{t('details.pages')}</dt>
      <dd>
        {file.pages ?? t('details.pagesUnknown')}
        {file.pagesSaid ? <span className="soft"> {t('details.pagesSaid')}</span> : null}
      </dd>
      <dt>{t('details.text')}</dt>
      <dd>{t(`details.texts.${file.text}`)}</dd>
      <dt>{t('details.added')}</dt>
      <dd>
        {file.addedOn} {file.addedBy}
      </dd>
    </dl>
  );
}

/** Everything about one document: hash, pages, its older versions, and changing what is written of it. */
export function FileDetails(props: {
  readonly id: DossierId;
  readonly view: View;
  readonly file: FileOf | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('file');
  const { file } = props;
  return (
    <Sheet open={file !== undefined} title={t('details.title')} onClose={props.onClose}>
      {file === undefined ? null : (
        <div className="sheet-body">
          <AmendFields key={documentOf(file)} id={props.id} file={file} onDone={props.onClose} />
          <Facts file={file} />
          <ReplaceFile id={props.id} view={props.view} file={file} />
          <h3>{t('details.older')}</h3>
          {file.older.length === 0 ? <p className="soft">{t('details.noOlder')}</p> : null}
          {file.older.map((older) => (
            <section key={older.id}>
              <div>
                {t('list.version', { version: older.version })} {older.name} <OpenButtons file={older} />
              </div>
              <Facts file={older} />
            </section>
          ))}
          <p className="small soft">{t('details.sameName')}</p>
        </div>
      )}
    </Sheet>
  );
}
