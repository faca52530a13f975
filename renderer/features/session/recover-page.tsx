import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { DoorPage } from './door-page.tsx';
import { PassphraseFields, usePassphraseIssues } from './passphrase-fields.tsx';
import { givenRecovery, noRecovery, RecoveryFields, useRecoveryIssues } from './recovery-fields.tsx';

/** Opens the data with the recovery key, or with two of its shares, and settles a new passphrase. */
export function RecoverPage(props: { readonly keychain: boolean; readonly onBack: () => void }) {
  const { t } = useTranslation('session');
  const [recover] = useAct('session.recover');
  const recoveryIssues = useRecoveryIssues();
  const passphraseIssues = usePassphraseIssues();
  const form = useForm({
    initial: { ...noRecovery, passphrase: '', again: '' },
    validate: (value) => [...recoveryIssues(value), ...passphraseIssues(value)],
    submit: async ({ passphrase, ...typed }) => {
      const reply = await recover({ ...givenRecovery(typed), passphrase });
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
            <RecoveryFields autoFocus bound={form.root} />
            <PassphraseFields bound={form.root} />
          </div>
        </section>
      </FormShell>
    </DoorPage>
  );
}
