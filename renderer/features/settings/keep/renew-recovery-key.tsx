import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { SecretField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { KeySheet } from '#renderer/ui/key-sheet.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Turn } from './one-open.ts';
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
  const asked = props.custody === 'passphrase';
  const form = useForm({
    initial: { current: '' },
    validate: ({ current }) =>
      asked && current === '' ? [{ path: 'current', level: 'error', text: t('keys.currentMissing') }] : [],
    submit: async ({ current }) => {
      const reply = await renew(asked ? { current } : {});
      if (!reply.ok) return reply.failure;
      props.onMade(reply.value);
      return undefined;
    },
  });
  return (
    <div className="settings-inner-form">
      <FormShell
        form={form}
        label={t('keys.renew')}
        submitText={t('keys.renewSubmit')}
        acts={<Button onClick={props.onCancel}>{t('keys.cancel')}</Button>}
      >
        <p className="settings-why">{t('keys.renewWhat')}</p>
        {asked ? <SecretField label={t('keys.current')} required autoFocus bound={part(form.root, 'current')} /> : null}
      </FormShell>
    </div>
  );
}
