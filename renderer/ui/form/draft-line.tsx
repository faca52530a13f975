import { useTranslation } from 'react-i18next';
import { Notice } from '../state/notice.tsx';
import { isNotKept, notKept } from './draft-store.ts';
import type { DraftState } from './use-draft.ts';

type Props = {
  readonly draft: Pick<DraftState, 'news' | 'restoredFrom' | 'elsewhere' | 'startOver'>;
  readonly alone?: boolean;
};

/**
 * Says that an earlier draft was brought back, and offers to begin anew; and that another window writes one too. `alone`:
 * nothing else says of this draft that it could not be saved.
 */
export function DraftLine({ draft, alone = false }: Props) {
  const { t } = useTranslation('ui');
  const { news } = draft;
  return (
    <>
      {alone && news !== undefined && isNotKept(news) ? (
        <Notice tone="red" role="alert">
          {t(notKept[news.kind])}
        </Notice>
      ) : null}
      {draft.elsewhere ? (
        <Notice tone="amber" role="status">
          {t('form.elsewhere')}
        </Notice>
      ) : null}
      {draft.restoredFrom === undefined ? null : (
        <Notice tone="blue" role="status">
          {t('form.restored')}{' '}
          <button type="button" className="text-button" onClick={draft.startOver}>
            {t('form.startOver')}
          </button>
        </Notice>
      )}
    </>
  );
}
