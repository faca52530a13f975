import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { ShareSheets } from '#renderer/ui/share-sheets.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WithOffice } from '../with-office.tsx';
import type { Turn } from './one-open.ts';

type Props = {
  readonly turn: Turn;
  /** The day the key in force was split; undefined when it was not. */
  readonly madeOn: string | undefined;
  readonly today: string;
};

/** The recovery key split among three people: shown once, kept on this screen only. A key is split once. */
export function SplitRecoveryKey({ turn, madeOn, today }: Props) {
  const { t } = useTranslation('settings');
  const [shares, setShares] = useState<readonly string[]>([]);
  if (shares.length > 0) return <Shares shares={shares} madeOn={today} onSeen={() => setShares([])} />;
  if (madeOn !== undefined) {
    return (
      <div className="settings-result">
        <p>{t('keys.splitSince', { day: madeOn })}</p>
      </div>
    );
  }
  if (turn.open) {
    return (
      <SplitForm
        onCancel={turn.close}
        onMade={(made) => {
          turn.close();
          setShares(made);
        }}
      />
    );
  }
  return (
    <div className="settings-acts">
      <Button onClick={turn.begin}>{t('keys.split')}</Button>
    </div>
  );
}

/** The shares once they are made, until the person says that they are handed out. */
export function Shares(props: {
  readonly shares: readonly string[];
  readonly madeOn: string;
  readonly onSeen: () => void;
}) {
  const { t } = useTranslation('settings');
  return (
    <div className="settings-result">
      <Notice tone="amber" role="status">
        {t('keys.splitMade')}
      </Notice>
      <WithOffice>
        {(office) => <ShareSheets shares={props.shares} office={office.name} madeOn={props.madeOn} />}
      </WithOffice>
      <Button onClick={props.onSeen}>{t('keys.splitSeen')}</Button>
    </div>
  );
}

/** Secrets only: nothing typed here is kept in a draft. */
function SplitForm(props: { readonly onCancel: () => void; readonly onMade: (shares: readonly string[]) => void }) {
  const { t } = useTranslation('settings');
  const [split] = useAct('session.splitRecoveryKey');
  const form = useForm({
    initial: { recoveryKey: '' },
    validate: ({ recoveryKey }) =>
      recoveryKey.trim() === '' ? [{ path: 'recoveryKey', level: 'error', text: t('missing') }] : [],
    submit: async ({ recoveryKey }) => {
      const reply = await split({ recoveryKey });
      if (!reply.ok) return { ...reply.failure, field: 'recoveryKey' };
      props.onMade(reply.value.shares);
      return undefined;
    },
  });
  return (
    <div className="settings-inner-form">
      <FormShell
        form={form}
        label={t('keys.split')}
        submitText={t('keys.splitSubmit')}
        acts={<Button onClick={props.onCancel}>{t('keys.cancel')}</Button>}
      >
        <p className="settings-why">{t('keys.splitWhat')}</p>
        <TextField
          label={t('keys.key')}
          hint={t('keys.keyHint')}
          required
          autoFocus
          bound={part(form.root, 'recoveryKey')}
        />
      </FormShell>
    </div>
  );
}
