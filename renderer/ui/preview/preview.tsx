import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingKind } from '#shared/reading/kind.ts';
import { Notice } from '../state/notice.tsx';
import { DocumentText } from './document-text.tsx';
import { PdfPages } from './pdf-pages.tsx';
import type { PreviewAnswer } from './preview-message.ts';
import { usePreview } from './use-preview.ts';
import './preview.css';

/** Draws a picture that a worker decoded; the page itself never decodes one. */
function Picture({ answer, name }: { readonly answer: PreviewAnswer & { what: 'picture' }; readonly name: string }) {
  const { t } = useTranslation('file');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { picture, width, height } = answer;
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    current.width = picture.width;
    current.height = picture.height;
    current.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <div className="preview-scroll" tabIndex={0} role="region" aria-label={name}>
      <p className="small soft">
        {t('preview.size', { width, height })} {picture.width < width ? t('preview.scaled') : null}
      </p>
      <canvas ref={canvas} className="preview-picture" role="img" aria-label={name} />
    </div>
  );
}

/**
 * Shows a file without running anything of it: a worker of its own reads it, and what hangs or breaks there is said here
 * in words. What cannot be shown can still be saved.
 */
export function Preview(props: { readonly file: Blob; readonly kind: ReadingKind; readonly name: string }) {
  const { t } = useTranslation('file');
  const state = usePreview(props.file, props.kind);
  if (state === undefined) {
    return (
      <p className="preview-wait soft" role="status">
        {t('preview.reading')}
      </p>
    );
  }
  const { opened, reader } = state;
  switch (opened.what) {
    case 'picture':
      return <Picture answer={opened} name={props.name} />;
    case 'document':
      return <DocumentText document={opened.document} name={props.name} />;
    case 'pages':
      return (
        <>
          {opened.cut ? <Notice tone="amber">{t('preview.cut')}</Notice> : null}
          <PdfPages reader={reader} count={opened.count} ratio={opened.ratio} name={props.name} />
        </>
      );
    default:
      return (
        <div className="preview-wait">
          <Notice tone="amber" role="alert">
            {t(`preview.failed.${opened.what === 'failed' ? opened.failure : 'damaged'}`)}
          </Notice>
        </div>
      );
  }
}
