import { useTranslation } from 'react-i18next';
import { useWork } from '#renderer/app/api/use-work.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import { DoorPage } from './door-page.tsx';
import { memoryDraft } from './memory-draft.ts';
import { PassphraseFields, usePassphraseIssues } from './passphrase-fields.tsx';
import { givenRecovery, noRecovery, RecoveryFields, useRecoveryIssues } from './recovery-fields.tsx';
import type { Restore } from './session-gate.tsx';

const drafts = memoryDraft('restore');

/** Sets this empty machine up from a backup, as a new device of the office. */
export function RestorePage(props: { readonly onRestore: Restore; readonly onBack: () => void }) {
  const { t } = useTranslation('session');
  const { work, cancel } = useWork('restore');
  const recoveryIssues = useRecoveryIssues();
  const passphraseIssues = usePassphraseIssues();
  const form = useForm({
    drafts,
    initial: { folder: '', ...noRecovery, passphrase: '', again: '' },
    validate: (value) => [
      ...(value.folder.trim() === '' ? [{ path: 'folder', level: 'error' as const, text: t('restore.noFolder') }] : []),
      ...recoveryIssues(value),
      ...passphraseIssues(value),
    ],
    submit: ({ folder, passphrase, ...typed }) =>
      props.onRestore({ folder: folder.trim(), ...givenRecovery(typed), passphrase }),
  });
  return (
    <DoorPage title={t('restore.title')} text={t('restore.text')}>
      <FormShell form={form} label={t('restore.title')} submitText={t('restore.submit')} onLeave={props.onBack}>
        <section className="form-group">
          <div className="form-grid">
            <TextField
              label={t('restore.folder')}
              hint={t('restore.folderHint')}
              required
              whole
              autoFocus
              max={1000}
              bound={part(form.root, 'folder')}
            />
            <RecoveryFields bound={form.root} />
            <PassphraseFields bound={form.root} />
          </div>
        </section>
        <WorkBar label={t('restore.running')} work={work} onCancel={cancel} />
      </FormShell>
    </DoorPage>
  );
}
