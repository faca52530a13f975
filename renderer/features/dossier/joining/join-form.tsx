import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { dossierIdField } from '#shared/contract/fields.ts';
import { ActShell } from '../acts/act-shell.tsx';
import type { ActProps } from '../acts/dossier-sheets.tsx';
import { useFoundFiles } from '../acts/found-files.ts';
import { draftKey } from '../page/use-act-address.ts';
import { bareDecision, DecisionFields, type TypedDecision, useDecisionIssues } from './decision-fields.tsx';

type Join = TypedDecision & {
  readonly text: string;
  readonly other: string | null;
  readonly lead: 'this' | 'other';
};

function useJoinForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('joining');
  const announce = useAnnounce();
  const today = useToday();
  const issues = useDecisionIssues();
  const [join] = useAct('dossier.join');
  const [base, setBase] = useState(view.revision);
  const { caseNo, windowNo } = view.row;
  return useForm<Join>({
    initial: { text: '', other: null, lead: 'this', on: today, ...bareDecision },
    validate: (typed) => [
      ...(typed.other === null ? [{ path: 'other', level: 'error' as const, text: t('issue.other') }] : []),
      ...issues(typed),
    ],
    drafts: useDraftStore(draftKey('dossier.join', id), `${t('join.open')} ${caseNo ?? windowNo}`),
    submit: async ({ other, lead, on, ground, decidedBy, paper }) => {
      const known = dossierIdField.safeParse(other);
      if (!known.success || on === null) return undefined;
      const reply = await join({ dossier: id, base, other: known.data, lead, on, ground, decidedBy, paper });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('join.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

/** 合并审理: another file is found by number or name, one of the two leads. */
export function JoinForm(props: ActProps) {
  const { t } = useTranslation('joining');
  const { id, view, onDone } = props;
  const form = useJoinForm(props);
  const choices = useFoundFiles(id, form.root.value.text, { status: 'accepted', side: 'arb' });
  const { caseNo, windowNo } = view.row;
  // The fields of a decision are among those of the form.
  const decision = form.root as unknown as Bound<TypedDecision>;
  return (
    <ActShell
      form={form}
      label={t('join.open')}
      submitText={t('join.submit')}
      onLeave={onDone}
      basis={t('join.effect')}
    >
      <TextField label={t('join.find')} max={100} hint={t('join.findHint')} bound={part(form.root, 'text')} />
      <SelectField<string> label={t('join.other')} required choices={choices} bound={part(form.root, 'other')} />
      <RadioField<'this' | 'other'>
        label={t('join.lead')}
        choices={[
          { value: 'this', label: t('join.leadThis', { number: caseNo ?? windowNo }) },
          { value: 'other', label: t('join.leadOther') },
        ]}
        bound={part(form.root, 'lead')}
      />
      <DecisionFields root={decision} day={t('join.on')} />
    </ActShell>
  );
}
