import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { DoorPage } from './door-page.tsx';
import { PassphraseFields, usePassphraseIssues } from './passphrase-fields.tsx';

/** Opens the data with the recovery key and settles a new passphrase. */
export function RecoverPage(props: { readonly keychain: boolean; readonly onBack: () => void }) {
  const { t } = useTranslation('session');
  const [recover] = useAct('session.recover');
  const passphraseIssues = usePassphraseIssues();
  const form = useForm({
    initial: { recoveryKey: '', passphrase: '', again: '' },
    validate: (value) => [
      ...(value.recoveryKey.trim() === ''
        ? [{ path: 'recoveryKey', level: 'error' as const, text: t('recovery.missing') }]
        : []),
      ...passphraseIssues(value),
    ],
    submit: async ({ recoveryKey, passphrase }) => {
      const reply = await recover({ recoveryKey, passphrase });
      return reply.ok ? undefined : reply.failure;
    },
  });
  return (
    <DoorPage title={t('recover.title')} text={t(props.keychain ? 'recover.keychain' : 'recover.text')}>
      <FormShell
        form={form}
        label={t('recover.title')}
        submitText={t('recover.submit')}
        acts={<Button onClick={props.onBack}>{t('recover.back')}</Button>}
      >
        <section className="form-group">
          <div className="form-grid">
            <TextField
              label={t('recovery.key')}
              hint={t('recovery.keyHint')}
              required
              whole
              autoFocus
              bound={part(form.root, 'recoveryKey')}
            />
            <PassphraseFields bound={form.root} />
          </div>
        </section>
      </FormShell>
    </DoorPage>
  );
}
