import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { EntryId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { LawChange } from './change-words.ts';
import { MovedTable } from './moved-table.tsx';

const rowsOfPage = 50;

/** What an open change would move, or what a confirmed one moved. */
export function MovedPanel({ change }: { readonly change: LawChange }) {
  if (change.state === 'open') return <WouldMove id={change.id} />;
  return change.state === 'confirmed' ? <Moved id={change.id} /> : null;
}

function WouldMove({ id }: { readonly id: string }) {
  const { t } = useTranslation('law');
  // The address names a change the backend handed out.
  const preview = useAsk('law.preview', { id: id as EntryId });
  return (
    <PageState value={preview.data} failure={preview.failure} onAgain={preview.again}>
      {(found) => (
        <Panel title={t('moved.would', { n: found.total, count: found.total })}>
          <Rows found={found} />
          {found.total > found.rows.length ? (
            <p className="law-note">{t('moved.first', { n: found.rows.length, count: found.rows.length })}</p>
          ) : null}
        </Panel>
      )}
    </PageState>
  );
}

function Rows({ found }: { readonly found: CallOutput<'law.moved'> }) {
  const { t } = useTranslation('law');
  return found.total === 0 ? <p className="law-note">{t('moved.none')}</p> : <MovedTable rows={found.rows} />;
}

function Moved({ id }: { readonly id: string }) {
  const { t } = useTranslation('law');
  const [offset, setOffset] = useState(0);
  const page = useAsk('law.moved', { id: id as EntryId, offset, limit: rowsOfPage });
  return (
    <PageState value={page.last} failure={page.failure} onAgain={page.again}>
      {(found) => (
        <Panel title={t('moved.did', { n: found.total, count: found.total })}>
          <Rows found={found} />
          {found.total <= rowsOfPage ? null : (
            <nav className="law-pages" aria-label={t('moved.pages')}>
              <button
                type="button"
                className="plain-button"
                disabled={offset === 0}
                onClick={() => {
                  setOffset(offset - rowsOfPage);
                }}
              >
                {t('moved.back')}
              </button>
              <span className="soft">
                {t('moved.range', { from: offset + 1, to: Math.min(offset + rowsOfPage, found.total), n: found.total })}
              </span>
              <button
                type="button"
                className="plain-button"
                disabled={offset + rowsOfPage >= found.total}
                onClick={() => {
                  setOffset(offset + rowsOfPage);
                }}
              >
                {t('moved.on')}
              </button>
            </nav>
          )}
        </Panel>
      )}
    </PageState>
  );
}
