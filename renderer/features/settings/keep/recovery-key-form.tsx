import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';

/** The recovery key typed back, to prove that it was written down. A secret: it is kept in no draft. */
export function RecoveryKeyForm(props: { readonly onRight: () => void }) {
  const { t } = useTranslation('settings');
  const [confirm] = useAct('session.confirmRecoveryKey');
  const form = useForm({
    initial: { recoveryKey: '' },
    validate: ({ recoveryKey }) =>
      recoveryKey.trim() === '' ? [{ path: 'recoveryKey', level: 'error', text: t('missing') }] : [],
    submit: async ({ recoveryKey }) => {
      const reply = await confirm({ recoveryKey });
      if (!reply.ok) return { ...reply.failure, field: 'recoveryKey' };
      props.onRight();
      return undefined;
    },
  });
  return (
    <div className="settings-inner-form">
      <FormShell form={form} label={t('keys.recovery')} submitText={t('keys.submit')}>
        <TextField label={t('keys.key')} hint={t('keys.keyHint')} required bound={part(form.root, 'recoveryKey')} />
      </FormShell>
    </div>
  );
}
