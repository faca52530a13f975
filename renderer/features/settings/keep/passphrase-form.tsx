import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SecretField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';

/**
 * Asks once before an act on the keys, for the passphrase too where the data opens by it. A secret only: nothing typed here
 * is kept in a draft.
 */
export function PassphraseForm(props: {
  readonly custody: CallOutput<'session.status'>['custody'];
  readonly title: string;
  readonly what: string;
  readonly submit: string;
  readonly onSubmit: (proof: { readonly current?: string }) => Promise<Failure | undefined>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('settings');
  const asked = props.custody === 'passphrase';
  const form = useForm({
    initial: { current: '' },
    validate: ({ current }) =>
      asked && current === '' ? [{ path: 'current', level: 'error', text: t('keys.currentMissing') }] : [],
    submit: ({ current }) => props.onSubmit(asked ? { current } : {}),
  });
  return (
    <div className="settings-inner-form">
      <FormShell
        form={form}
        label={props.title}
        submitText={props.submit}
        acts={<Button onClick={props.onCancel}>{t('keys.cancel')}</Button>}
      >
        <p className="settings-why">{props.what}</p>
        {asked ? <SecretField label={t('keys.current')} required autoFocus bound={part(form.root, 'current')} /> : null}
      </FormShell>
    </div>
  );
}
