import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Desk } from '#shared/contract/desk.ts';

/** Says that everything here is made up, and leads to the other desk of the sample, which is another address. */
export function DeskSwitch({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('app');
  const other = desk === 'own' ? '../partner/' : '../own/';
  return (
    <Notice tone="violet">
      <span>{t('desk.sample')}</span> <a href={other}>{t(desk === 'own' ? 'desk.switch' : 'desk.back')}</a>
    </Notice>
  );
}
