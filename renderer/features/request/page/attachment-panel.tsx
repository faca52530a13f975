import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Progress } from '#renderer/ui/files/progress.tsx';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { Failure } from '#shared/contract/failure.ts';
import { saveFile } from './save-file.ts';
import type { RequestView } from './view.ts';

type FileRow = RequestView['files'][number];

/** Enclosures of a letter that has not left yet; they are whole here, or it could not have been submitted. */
function lettersOwn(view: RequestView): readonly FileRow[] {
  const { paper } = view;
  const files = [...(paper?.commission?.files ?? []), ...(paper?.reply?.files ?? [])];
  const scan = paper?.scan ?? null;
  return [...files, ...(scan === null ? [] : [scan])].map(({ manifest, name, size }) => ({
    ...{ manifest, name, size, have: 1, lost: 0, of: 1, ours: true },
  }));
}

/** Enclosures of both sides: how much of each is here, and saving it. A request is read before its files are whole. */
export function AttachmentPanel({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const waiting = lettersOwn(view).filter((file) => !view.files.some((one) => one.manifest === file.manifest));
  const files = [...view.files, ...waiting];
  return (
    <Panel title={t('attach.title')} padded>
      {files.length === 0 ? (
        <p className="soft">{t('attach.none')}</p>
      ) : (
        <ul className="attachments">
          {files.map((file) => (
            <li key={file.manifest}>
              <Attachment file={file} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Attachment({ file }: { readonly file: FileRow }) {
  const { t } = useTranslation('request');
  const [read, setRead] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const whole = file.have >= file.of;
  const save = async (): Promise<void> => {
    setFailure(undefined);
    setRead(0);
    setFailure(await saveFile(file, setRead));
    setRead(undefined);
  };
  return (
    <>
      <div className="attachment-line">
        <span className="enclosure-name">{file.name}</span>
        <Badge tone={file.ours ? 'blue' : 'violet'}>{t(file.ours ? 'attach.ours' : 'attach.theirs')}</Badge>
        <span className="soft small unbroken">{byteSize(file.size)}</span>
        {whole ? (
          <button
            type="button"
            className="text-button small unbroken"
            aria-label={t('attach.saveOf', { name: file.name })}
            disabled={read !== undefined}
            onClick={() => {
              void save();
            }}
          >
            {t('attach.save')}
          </button>
        ) : null}
      </div>
      {whole ? null : file.lost > 0 ? <Lost parts={file.lost} /> : <Arriving file={file} />}
      {read === undefined ? null : (
        <Progress label={t('attach.saving')} done={read} of={file.size} words={byteSize(read)} tone="green" />
      )}
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
    </>
  );
}

/** A file that was here and lost parts: it is not on its way, unless the partner hands them over again. */
function Lost({ parts }: { readonly parts: number }) {
  const { t } = useTranslation('request');
  return <Notice tone="red">{t('attach.lost', { count: parts })}</Notice>;
}

/** How much of a file that is still on its way is here. */
function Arriving({ file }: { readonly file: FileRow }) {
  const { t } = useTranslation('request');
  const words = t('attach.arriving', { have: file.have, of: file.of });
  return (
    <>
      <Progress label={file.name} done={file.have} of={file.of} words={words} />
      <p className="soft small">{words}</p>
    </>
  );
}
