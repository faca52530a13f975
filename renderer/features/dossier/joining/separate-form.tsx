import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CheckField } from '#renderer/ui/fields/choice-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { type Fen, formatYuan } from '#shared/base/money.ts';
import { ActShell } from '../acts/act-shell.tsx';
import type { ActProps } from '../acts/dossier-sheets.tsx';
import { MembersField } from '../members/members-field.tsx';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { bareDecision, DecisionFields, type TypedDecision, useDecisionIssues } from './decision-fields.tsx';

type Separate = TypedDecision & {
  /** Ids of those who leave, of those who stand on both, and of the claims that leave. */
  readonly goes: readonly string[];
  readonly both: readonly string[];
  readonly claims: readonly string[];
  readonly under: boolean;
};

type Parties = ActProps['view']['parties'];

/** Those who answer stand on both files unless a person says otherwise. */
const answering = (parties: Parties): readonly string[] =>
  parties.filter(({ role }) => role === 'respondent').map(({ id }) => id);

function useSeparateForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('joining');
  const announce = useAnnounce();
  const navigate = useNavigate();
  const today = useToday();
  const issues = useDecisionIssues();
  const [separate] = useAct('dossier.separate');
  const [base, setBase] = useState(view.revision);
  const { caseNo, windowNo } = view.row;
  return useForm<Separate>({
    initial: {
      ...{ goes: [], both: answering(view.parties), claims: [], under: false },
      ...{ on: today, ...bareDecision },
    },
    validate: (typed) => [
      ...(typed.goes.length === 0 ? [{ path: 'goes', level: 'error' as const, text: t('separate.nobody') }] : []),
      ...issues(typed),
    ],
    drafts: useDraftStore(draftKey('dossier.separate', id), `${t('separate.open')} ${caseNo ?? windowNo}`),
    submit: async ({ goes, both, claims, on, ...said }) => {
      if (on === null) return undefined;
      const shared = both.filter((one) => !goes.includes(one));
      const over = { goes: [...goes], both: shared, claims: [...claims] };
      const reply = await separate({ dossier: id, base, on, ...over, ...said });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('separate.done', { number: reply.value.number }));
      window.setTimeout(() => {
        onDone();
        void navigate(`/dossiers/${reply.value.id}`);
      });
      return undefined;
    },
  });
}

/** 分出另案: who and what goes over into a new file, and by whose decision. */
export function SeparateForm(props: ActProps) {
  const { t } = useTranslation('joining');
  const names = useDossierNames();
  const { view, onDone } = props;
  const form = useSeparateForm(props);
  const { root } = form;
  const { goes } = root.value;
  const party = ({ id, name, role }: Parties[number]) => ({ value: id, label: `${name} (${names.role(role)})` });
  // The fields of a decision are among those of the form.
  const decision = root as unknown as Bound<TypedDecision>;
  return (
    <ActShell
      form={form}
      label={t('separate.open')}
      submitText={t('separate.submit')}
      onLeave={onDone}
      basis={t('separate.effect')}
    >
      <MembersField
        required
        label={t('separate.goes')}
        choices={view.parties.filter(({ role }) => role !== 'respondent').map(party)}
        bound={part(root, 'goes')}
      />
      <MembersField
        label={t('separate.both')}
        hint={t('separate.bothHint')}
        choices={view.parties.filter(({ id, role }) => role !== 'agent' && !goes.includes(id)).map(party)}
        bound={part(root, 'both')}
      />
      {view.claims.length === 0 ? null : (
        <MembersField
          label={t('separate.claims')}
          choices={view.claims.map(({ id, code, amountFen }) => ({
            value: id,
            // Amounts of a stored claim are in fen.
            label: `${names.claim(code)} ${amountFen === null ? '' : formatYuan(amountFen as Fen)}`.trim(),
          }))}
          bound={part(root, 'claims')}
        />
      )}
      {view.row.caseNo === null ? null : (
        <div className="whole">
          <CheckField label={t('separate.under', { number: view.row.caseNo })} bound={part(root, 'under')} />
        </div>
      )}
      <DecisionFields root={decision} day={t('separate.on')} />
    </ActShell>
  );
}
