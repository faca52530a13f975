import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewReader } from './open-preview.ts';

/** What was found: the pages, and which of them is shown. */
type Found = { readonly text: string; readonly pages: readonly number[]; readonly all: boolean; readonly at: number };

/** Finds words in the text of a PDF and goes from page to page; Enter again goes to the next one. */
export function PdfSearch(props: { readonly reader: PreviewReader; readonly onPage: (page: number) => void }) {
  const { t } = useTranslation('file');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const show = (next: Found): void => {
    setFound(next);
    const page = next.pages[next.at];
    if (page !== undefined) props.onPage(page);
  };
  const find = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '' || busy) return;
    if (found?.text === wanted && found.pages.length > 0) {
      show({ ...found, at: (found.at + 1) % found.pages.length });
      return;
    }
    setBusy(true);
    const answer = await props.reader.ask({ what: 'find', text: wanted });
    setBusy(false);
    const { pages, all } = answer.what === 'found' ? answer : { pages: [], all: false };
    show({ text: wanted, pages, all, at: 0 });
  };
  return (
    <form
      className="preview-search"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <input
        type="text"
        role="searchbox"
        value={text}
        aria-label={t('preview.search')}
        placeholder={t('preview.search')}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="small soft unbroken" role="status">
        {busy ? t('preview.searching') : found === undefined ? '' : <FoundWords found={found} />}
      </span>
    </form>
  );
}

function FoundWords({ found }: { readonly found: Found }) {
  const { t } = useTranslation('file');
  if (found.pages.length === 0) return <>{t(found.all ? 'preview.nothing' : 'preview.nothingSoFar')}</>;
  return <>{t('preview.hit', { at: found.at + 1, count: found.pages.length })}</>;
}
