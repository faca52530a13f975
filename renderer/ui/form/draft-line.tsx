import { useTranslation } from 'react-i18next';
import { Notice } from '../state/notice.tsx';
import type { DraftState } from './use-draft.ts';

/** Says that an earlier draft was brought back, and offers to begin anew; and that another window writes one too. */
export function DraftLine({ draft }: { readonly draft: DraftState }) {
  const { t } = useTranslation('ui');
  return (
    <>
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
