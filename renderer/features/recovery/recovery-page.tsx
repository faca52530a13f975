import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Notice, type Tone } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { OrphanPanel } from './orphan-panel.tsx';
import { PartnerPanel } from './partner-panel.tsx';

type Recovery = CallOutput<'recovery.state'>;

const tones: Readonly<Record<Recovery['state'], Tone>> = {
  restored: 'amber',
  'rolled-back': 'amber',
  waiting: 'blue',
  whole: 'green',
};

/** 恢复往来: what a person decides once the data of the office is an older copy, and how far each partner is. */
export function RecoveryPage() {
  const recovery = useAsk('recovery.state', {});
  return (
    <PageState value={recovery.last} failure={recovery.failure} onAgain={recovery.again}>
      {(shown) => <Shown recovery={shown} />}
    </PageState>
  );
}

function Shown({ recovery }: { readonly recovery: Recovery }) {
  const { t } = useTranslation('recovery');
  const [asked, setAsked] = useState(false);
  const decides = recovery.state === 'restored' || recovery.state === 'rolled-back';
  return (
    <>
      <PageHead
        title={t('title')}
        under={<span>{t('under')}</span>}
        acts={
          decides ? (
            <Button type="primary" disabled={!recovery.may} onClick={() => setAsked(true)}>
              {t('takeOver.name')}
            </Button>
          ) : (
            <a href={addresses.sync}>{t('back')}</a>
          )
        }
      />
      <Notice tone={tones[recovery.state]} role="status">
        {t(`state.${recovery.state}`)}
        {decides && !recovery.may ? ` ${t('headOnly')}` : ''}
      </Notice>
      <PartnerPanel partners={recovery.partners} may={recovery.may} />
      <OrphanPanel />
      <TakeOver open={asked} recovery={recovery} onClose={() => setAsked(false)} />
    </>
  );
}

function TakeOver(props: { readonly open: boolean; readonly recovery: Recovery; readonly onClose: () => void }) {
  const { t } = useTranslation('recovery');
  const announce = useAnnounce();
  const [takeOver] = useAct('recovery.takeOver');
  return (
    <Confirm
      open={props.open}
      title={t('takeOver.title')}
      act={t('takeOver.name')}
      onClose={props.onClose}
      onConfirm={async () => {
        const reply = await takeOver({});
        if (!reply.ok) return reply.failure;
        announce(t('takeOver.done'));
        return undefined;
      }}
    >
      <p>{t('takeOver.what')}</p>
      {props.recovery.state === 'rolled-back' ? <p>{t('takeOver.rolledBack')}</p> : null}
    </Confirm>
  );
}
