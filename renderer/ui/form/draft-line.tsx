import { useTranslation } from 'react-i18next';
import { Notice } from '../state/notice.tsx';
import type { DraftState } from './use-draft.ts';

/** Says that an earlier draft was brought back, and offers to begin anew. */
export function DraftLine({ draft }: { readonly draft: DraftState }) {
  const { t } = useTranslation('ui');
  if (draft.restoredFrom === undefined) return null;
  return (
    <Notice tone="blue" role="status">
      {t('form.restored')}{' '}
      <button type="button" className="text-button" onClick={draft.startOver}>
        {t('form.startOver')}
      </button>
    </Notice>
  );
}
