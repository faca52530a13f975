import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { SecretField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Turn } from './one-open.ts';

type Proof = 'passphrase' | 'recovery-key';
type Typed = {
  readonly by: Proof;
  readonly current: string;
  readonly recoveryKey: string;
  readonly passphrase: string;
  readonly again: string;
};

const leastCharacters = 8;
const nothing: Typed = { by: 'passphrase', current: '', recoveryKey: '', passphrase: '', again: '' };

/** A button that opens the form, and what came of it. */
export function ChangePassphrase({ turn }: { readonly turn: Turn }) {
  const { t } = useTranslation('settings');
  const [changed, setChanged] = useState(false);
  if (turn.open) {
    return (
      <ChangeForm
        onCancel={turn.close}
        onChanged={() => {
          turn.close();
          setChanged(true);
        }}
      />
    );
  }
  return (
    <>
      {changed ? (
        <Notice tone="green" role="status">
          {t('keys.changed')}
        </Notice>
      ) : null}
      <div className="settings-acts">
        <Button
          onClick={() => {
            setChanged(false);
            turn.begin();
          }}
        >
          {t('keys.change')}
        </Button>
      </div>
    </>
  );
}

function useIssues(): (typed: Typed) => readonly FormIssue[] {
  const { t } = useTranslation('settings');
  return ({ by, current, recoveryKey, passphrase, again }) => {
    const issue = (path: keyof Typed, text: string): FormIssue => ({ path, level: 'error', text });
    return [
      ...(by === 'passphrase' && current === '' ? [issue('current', t('keys.currentMissing'))] : []),
      ...(by === 'recovery-key' && recoveryKey.trim() === '' ? [issue('recoveryKey', t('missing'))] : []),
      ...(passphrase.length < leastCharacters
        ? [issue('passphrase', t('keys.nextShort', { n: leastCharacters }))]
        : passphrase === again
          ? []
          : [issue('again', t('keys.differs'))]),
    ];
  };
}

/** Secrets only: nothing typed here is kept in a draft. */
function ChangeForm(props: { readonly onCancel: () => void; readonly onChanged: () => void }) {
  const { t } = useTranslation('settings');
  const [change] = useAct('session.changePassphrase');
  const form = useForm<Typed>({
    initial: nothing,
    validate: useIssues(),
    submit: async ({ by, current, recoveryKey, passphrase }) => {
      const reply = await change({ passphrase, ...(by === 'passphrase' ? { current } : { recoveryKey }) });
      if (!reply.ok) return reply.failure;
      props.onChanged();
      return undefined;
    },
  });
  return (
    <div className="settings-inner-form">
      <FormShell
        form={form}
        label={t('keys.change')}
        submitText={t('keys.changeSubmit')}
        acts={<Button onClick={props.onCancel}>{t('keys.cancel')}</Button>}
      >
        <p className="settings-why">{t('keys.changeWhat')}</p>
        <RadioField
          label={t('keys.proof')}
          bound={part(form.root, 'by')}
          choices={[
            { value: 'passphrase', label: t('keys.proofBy.passphrase') },
            { value: 'recovery-key', label: t('keys.proofBy.recovery-key') },
          ]}
        />
        {form.root.value.by === 'passphrase' ? (
          <SecretField label={t('keys.current')} required autoFocus bound={part(form.root, 'current')} />
        ) : (
          <TextField label={t('keys.key')} hint={t('keys.keyHint')} required bound={part(form.root, 'recoveryKey')} />
        )}
        <SecretField label={t('keys.next')} hint={t('keys.nextHint')} required bound={part(form.root, 'passphrase')} />
        <SecretField label={t('keys.again')} required bound={part(form.root, 'again')} />
      </FormShell>
    </div>
  );
}
