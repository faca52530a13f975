import { useTranslation } from 'react-i18next';
import type { RouteObject } from 'react-router';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { addresses } from './api/addresses.ts';

function LostPage() {
  const { t } = useTranslation('app');
  return (
    <EmptyState title={t('lost.title')} text={t('lost.text')} action={<a href={addresses.today}>{t('lost.home')}</a>} />
  );
}

/** Address to page. Each feature hands its pages over through its door. */
export const pages: readonly RouteObject[] = [{ path: '*', element: <LostPage /> }];
