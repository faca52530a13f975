import { useTranslation } from 'react-i18next';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Desk } from '#shared/contract/desk.ts';
import { useAct } from '../api/use-act.ts';

/**
 * Says that everything here is made up, leads to the other desk of the sample, which is another address, and leaves the
 * sample with one click.
 */
export function DeskSwitch({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('app');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [leave, { running }] = useAct('session.leaveSample');
  const other = desk === 'own' ? '../partner/' : '../own/';
  const leaveSample = async (): Promise<void> => {
    const reply = await leave({});
    if (!reply.ok) announce(failureText(reply.failure), 'assertive');
    // The partner's desk exists in the sample only, and no page of the sample is one of our own data.
    else if (desk === 'partner') window.location.assign('../own/');
    else window.location.hash = '#/';
  };
  return (
    <Notice tone="violet">
      <span>{t('desk.sample')}</span>
      <a href={other}>{t(desk === 'own' ? 'desk.switch' : 'desk.back')}</a>
      <button type="button" className="text-button apart" disabled={running} onClick={() => void leaveSample()}>
        {t('desk.leave')}
      </button>
    </Notice>
  );
}
