import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { KeySheet } from '#renderer/ui/key-sheet.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Turn } from './one-open.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { Shares } from './split-recovery-key.tsx';

type Made = Pick<CallOutput<'session.renewRecoveryKey'>, 'recoveryKey' | 'shares'>;

type Props = {
  readonly custody: 'passphrase' | 'keychain';
  readonly today: string;
  readonly turn: Turn;
  /** There is a new key, which is to be typed back: the turn goes to that form. */
  readonly onRenewed: () => void;
};

/** A new recovery key in place of one that was never seen or was lost; shown once, kept on this screen only. */
export function RenewRecoveryKey(props: Props) {
  const { t } = useTranslation('settings');
  const [made, setMade] = useState<Made>();
  const seen = (): void => {
    setMade(undefined);
  };
  if (made !== undefined) {
    return (
      <div className="settings-result">
        <Notice tone="amber" role="status">
          {t('keys.renewed')}
        </Notice>
        <KeySheet recoveryKey={made.recoveryKey} />
        {made.shares.length === 0 ? (
          <Button onClick={seen}>{t('keys.seen')}</Button>
        ) : (
          <Shares shares={made.shares} madeOn={props.today} onSeen={seen} />
        )}
      </div>
    );
  }
  if (!props.turn.open) {
    return (
      <div className="settings-acts">
        <Button onClick={props.turn.begin}>{t('keys.renew')}</Button>
      </div>
    );
  }
  return (
    <RenewForm
      custody={props.custody}
      onCancel={props.turn.close}
      onMade={(renewed) => {
        setMade(renewed);
        props.onRenewed();
      }}
    />
  );
}

function RenewForm(props: {
  readonly custody: Props['custody'];
  readonly onCancel: () => void;
  readonly onMade: (made: Made) => void;
}) {
  const { t } = useTranslation('settings');
  const [renew] = useAct('session.renewRecoveryKey');
  return (
    <PassphraseForm
      custody={props.custody}
      title={t('keys.renew')}
      what={t('keys.renewWhat')}
      submit={t('keys.renewSubmit')}
      onCancel={props.onCancel}
      onSubmit={async (proof) => {
        const reply = await renew(proof);
        if (!reply.ok) return reply.failure;
        props.onMade(reply.value);
        return undefined;
      }}
    />
  );
}
