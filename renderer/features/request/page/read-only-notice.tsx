import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { RequestView } from './view.ts';

/** Says why a request that is not over shows no acts, and what can be done instead. */
export function ReadOnlyNotice({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  if (view.readOnly === null) return null;
  return (
    <Notice tone="amber" role="status">
      {t(`readOnly.${view.readOnly}`, { partner: view.row.partnerName })}{' '}
      <a href={addresses.recovery}>{t('readOnly.recovery')}</a>
    </Notice>
  );
}
