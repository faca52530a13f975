import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** What is shown instead of the frame while the data is not open: set-up, unlocking, or why it cannot be opened. */
export function Entry({ status }: { readonly status: CallOutput<'session.status'> }) {
  const { t } = useTranslation('app');
  return (
    <main className="entry">
      <EmptyState title={t('title')} text={t(`entry.${status.state === 'empty' ? 'empty' : 'closed'}`)} />
    </main>
  );
}
