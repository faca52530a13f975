import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { KeySheet } from '#renderer/ui/key-sheet.tsx';
import { DoorPage } from './door-page.tsx';

/**
 * The recovery key, shown once: to be written down or printed, then typed back. It lives in this component only and is
 * never kept in a draft.
 */
export function RecoveryKeyPage(props: { readonly recoveryKey: string; readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const [confirm] = useAct('session.confirmRecoveryKey');
  const form = useForm({
    initial: { recoveryKey: '' },
    validate: ({ recoveryKey }) =>
      recoveryKey.trim() === '' ? [{ path: 'recoveryKey', level: 'error', text: t('recovery.missing') }] : [],
    submit: async ({ recoveryKey }) => {
      const reply = await confirm({ recoveryKey });
      if (!reply.ok) return { ...reply.failure, field: 'recoveryKey' };
      props.onDone();
      return undefined;
    },
  });
  return (
    <DoorPage title={t('recovery.title')} text={t('recovery.text')}>
      <KeySheet recoveryKey={props.recoveryKey} />
      <FormShell
        form={form}
        label={t('recovery.confirm')}
        submitText={t('recovery.submit')}
        acts={<Button onClick={props.onDone}>{t('recovery.later')}</Button>}
      >
        <section className="form-group">
          <TextField
            label={t('recovery.typeBack')}
            hint={t('recovery.typeBackHint')}
            required
            bound={part(form.root, 'recoveryKey')}
          />
        </section>
      </FormShell>
    </DoorPage>
  );
}
