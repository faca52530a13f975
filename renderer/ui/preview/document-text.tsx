import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, firstPieces, type ReadDocument, textOf } from '#shared/reading/document.ts';
import { Notice } from '../state/notice.tsx';

/** Paragraphs and cells that are drawn; what is beyond is in the file. */
const mostPieces = 10_000;

function BlockView({ block }: { readonly block: Block }) {
  const { t } = useTranslation('file');
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'page':
      return <p className="preview-page-mark small soft">{t('preview.page', { number: block.number })}</p>;
    case 'table':
      return (
        <table className="preview-table">
          <tbody>
            {block.rows.map((row, line) => (
              <tr key={line}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return <p className="preview-paragraph">{block.text}</p>;
  }
}

/** The text and tables of a document. Its look, pictures and seals are not shown, and that is said. */
export function DocumentText({ document, name }: { readonly document: ReadDocument; readonly name: string }) {
  const { t } = useTranslation('file');
  const { shown, cut } = useMemo(() => {
    const first = firstPieces(document.blocks, mostPieces);
    return { shown: first, cut: document.cut || textOf({ blocks: first }) !== textOf(document) };
  }, [document]);
  return (
    <div className="preview-scroll" tabIndex={0} role="region" aria-label={name}>
      <p className="small soft">
        {document.pages === null ? null : `${t('preview.pages', { count: document.pages })} · `}
        {t('preview.textOnly')}
      </p>
      {cut ? <Notice tone="amber">{t('preview.cut')}</Notice> : null}
      {shown.length === 0 ? <p className="soft">{t('preview.empty')}</p> : null}
      <article className="preview-text">
        {shown.map((block, index) => (
          <BlockView key={index} block={block} />
        ))}
      </article>
    </div>
  );
}
