import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { rowIdField } from '#shared/contract/fields.ts';
import { draftKey } from '../page/use-act-address.ts';
import type { FileOf } from './file-row.tsx';

type Props = { readonly id: DossierId; readonly file: FileOf; readonly onDone: () => void };

type Written = Pick<FileOf, 'name' | 'note' | 'volume'>;

/** What is typed, and what stood there when it was begun: only what differs from that is changed. */
type Value = Written & { readonly began: Written };

/** Names a document through all its versions. */
export function documentOf({ id, older }: FileOf): string {
  return older.find(({ version }) => version === 1)?.id ?? id;
}

function useAmend({ id, file, onDone }: Props) {
  const { t } = useTranslation('file');
  const [amend] = useAct('file.amend');
  const [began] = useState<Written>({ name: file.name, note: file.note, volume: file.volume });
  return useForm<Value>({
    initial: { ...began, began },
    validate: ({ name }): readonly FormIssue[] =>
      name.trim() === '' ? [{ path: 'name', level: 'error', text: t('details.nameMissing') }] : [],
    drafts: useDraftStore(draftKey('file.amend', id, documentOf(file)), t('details.draft', { name: file.name })),
    submit: async ({ began: before, name, note, volume }) => {
      const change = {
        ...(name === before.name ? {} : { name }),
        ...(note === before.note ? {} : { note }),
        ...(volume === before.volume ? {} : { volume }),
      };
      if (Object.keys(change).length > 0) {
        const reply = await amend({ dossier: id, file: rowIdField.parse(file.id), ...change });
        if (!reply.ok) return reply.failure;
      }
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

/** Changes name, note and volume by an act of its own; what was written before stays in the history. */
export function AmendFields(props: Props) {
  const { t } = useTranslation('file');
  const { t: dossier } = useTranslation('dossier');
  const form = useAmend(props);
  return (
    <FormShell form={form} label={t('details.title')} submitText={t('details.submit')} onLeave={props.onDone}>
      <div className="form-grid">
        <TextField label={t('details.name')} required whole max={255} bound={part(form.root, 'name')} />
        <TextField label={t('details.note')} whole max={300} bound={part(form.root, 'note')} />
        <RadioField<FileOf['volume']>
          label={t('details.volume')}
          choices={(['main', 'sub'] as const).map((value) => ({ value, label: dossier(`file.volumes.${value}`) }))}
          bound={part(form.root, 'volume')}
        />
      </div>
    </FormShell>
  );
}
