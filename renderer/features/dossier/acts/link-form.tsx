import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { dossierIdField } from '#shared/contract/fields.ts';
import { linkName, type TiedKind, tiedKinds } from '#shared/domain/dossier/links.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { useFoundFiles } from './found-files.ts';

type Value = { readonly text: string; readonly other: string | null; readonly link: TiedKind };

/** Ties this file to another: found by number or name, then chosen, with what it is to this one. */
export function LinkForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const announce = useAnnounce();
  const [act] = useAct('dossier.link');
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path, level: 'error', text }] : [];
  const form = useForm<Value>({
    initial: { text: '', other: null, link: 'related' },
    validate: ({ other }) => error('other', other === null, t('issue.other')),
    drafts: useDraftStore(draftKey('dossier.link', id), `${t('link.open')} ${view.row.caseNo ?? view.row.windowNo}`),
    submit: async ({ other, link }) => {
      const known = dossierIdField.safeParse(other);
      if (!known.success) return undefined;
      const reply = await act({ dossier: id, other: known.data, link });
      if (!reply.ok) return reply.failure;
      announce(t('link.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
  const choices = useFoundFiles(id, form.root.value.text);
  return (
    <ActShell
      form={form}
      label={t('link.open')}
      submitText={t('link.submit')}
      onLeave={onDone}
      basis={t('link.effect')}
    >
      <TextField label={t('link.find')} max={100} hint={t('link.findHint')} bound={part(form.root, 'text')} />
      <SelectField<string> label={t('link.other')} required choices={choices} bound={part(form.root, 'other')} />
      <RadioField<TiedKind>
        label={t('link.kind')}
        choices={tiedKinds.map((kind) => ({ value: kind, label: bilingual(linkName(kind)) }))}
        bound={part(form.root, 'link')}
      />
    </ActShell>
  );
}
