import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { Office } from '../with-office.tsx';
import { type Role, RoleField } from './role-field.tsx';

/** What is recorded of a person. */
export type PersonData = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly cardNo: string;
  readonly phone: string;
};

/** The form of one person, new or known; leads back to the list when it is saved or left. */
export function PersonForm(props: {
  readonly title: string;
  readonly initial: PersonData;
  readonly side: Office['side'];
  readonly draft: { readonly key: string; readonly title: string };
  readonly submitText: string;
  readonly acts?: ReactNode;
  /** Answers why it was not saved, or undefined. */
  readonly save: (data: PersonData) => Promise<Failure | undefined>;
}) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const drafts = useDraftStore(props.draft.key, props.draft.title);
  const toList = (): void => {
    void navigate('/settings/people');
  };
  const form = useForm<PersonData>({
    initial: props.initial,
    validate: ({ name }) => (name.trim() === '' ? [{ path: 'name', level: 'error', text: t('missing') }] : []),
    drafts,
    submit: async (data) => {
      const failure = await props.save(data);
      if (failure !== undefined) return failure;
      await drafts.discard();
      toList();
      return undefined;
    },
  });
  const { root } = form;
  return (
    <FormShell form={form} label={props.title} submitText={props.submitText} acts={props.acts} onLeave={toList}>
      <section className="form-group">
        <h2>{props.title}</h2>
        <div className="form-grid">
          <TextField label={t('people.name')} required autoFocus max={60} bound={part(root, 'name')} />
          <TextField label={t('people.cardNo')} max={60} hint={t('people.cardNoHint')} bound={part(root, 'cardNo')} />
          <TextField label={t('people.phone')} max={40} hint={t('people.phoneHint')} bound={part(root, 'phone')} />
        </div>
      </section>
      <section className="form-group">
        <RoleField side={props.side} bound={part(root, 'roles')} />
      </section>
    </FormShell>
  );
}
