import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';

/** Says that a form that stays open was saved, until something is typed again. */
export function SavedLine(props: { readonly shown: boolean }) {
  const { t } = useTranslation('settings');
  if (!props.shown) return null;
  return (
    <Notice tone="green" role="status">
      {t('saved')}
    </Notice>
  );
}
