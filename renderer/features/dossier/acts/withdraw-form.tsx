import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { type Form, useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { clockEventType } from '#shared/contract/deadline.ts';
import { isDecidedInWriting, isDecision } from '#shared/domain/deadline/decided-in-writing.ts';
import { countsHours, type LimitRule } from '#shared/domain/deadline/rule.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import { groundsOf } from './clock-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { GroundField } from './ground-field.tsx';
import {
  emptyWithdrawal,
  type How,
  insteadOf,
  type StripEvent,
  useWithdrawIssues,
  type WithdrawValue,
} from './withdraw-value.ts';

type Explained = CallOutput<'deadline.explain'>;

/** Withdraws a wrong clock event or puts it right; `about` names the rule, the event and what the limit is about. */
export function WithdrawForm(props: ActProps) {
  const { t } = useTranslation('clock');
  const [ruleId = '', event = '', of = ''] = props.about;
  const due = props.view.deadlines.find(
    (one) => (one.ruleId === ruleId || one.ruleId.replaceAll('_', '-') === ruleId) && one.of === of,
  );
  const explained = useAsk('deadline.explain', due === undefined ? undefined : { id: due.id });
  if (due === undefined) return <EmptyState title={t('gone')} text={t('goneText')} />;
  return (
    <PageState value={explained.last} failure={explained.failure} onAgain={explained.again}>
      {(found) => <Known {...props} explained={found} of={of} event={event} />}
    </PageState>
  );
}

function Known(props: ActProps & { readonly explained: Explained; readonly of: string; readonly event: string }) {
  const { t } = useTranslation('clock');
  // What the form was opened on stays, however the file moves behind it.
  const [found] = useState(() => props.explained);
  const wrong = found.events.find(({ id, withdrawable }) => id === props.event && withdrawable);
  if (wrong === undefined) return <EmptyState title={t('gone')} text={t('goneText')} />;
  return <Withdrawal {...props} explained={found} wrong={wrong} />;
}

type Props = ActProps & { readonly explained: Explained; readonly of: string; readonly wrong: StripEvent };

function useWithdrawForm({ id, explained, of, wrong, onDone }: Props, title: string): Form<WithdrawValue> {
  const { t } = useTranslation('clock');
  const announce = useAnnounce();
  const [act] = useAct('clock.withdraw');
  const [base, setBase] = useState(explained.base);
  const { rule } = explained.deadline;
  return useForm<WithdrawValue>({
    initial: emptyWithdrawal(wrong),
    validate: useWithdrawIssues(rule, wrong),
    drafts: useDraftStore(draftKey('clock.withdraw', id, rule.id, wrong.id, ...(of === '' ? [] : [of])), title),
    submit: async (value) => {
      const { reason } = value;
      const said = { dossier: id, ruleId: rule.id, of, event: wrong.id, base };
      const reply = await act({ ...said, reason, instead: insteadOf(value, wrong) });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

function Withdrawal(props: Props) {
  const { t } = useTranslation('clock');
  const { t: tDossier } = useTranslation('dossier');
  const { t: tDeadline } = useTranslation('deadline');
  const bilingual = useBilingual();
  const { wrong, explained, onDone } = props;
  const { rule } = explained.deadline;
  const event = tDeadline(`event.${wrong.type}`);
  const title = t('title', { name: bilingual(rule.name), event, date: wrong.on.replace('T', ' ') });
  const form = useWithdrawForm(props, title);
  const { how } = form.root.value;
  const choices = (['instead', 'strike'] as const).map((value) => ({ value, label: t(`how.${value}`) }));
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t(`submit.${how}`)}
      onLeave={onDone}
      basis={t(how === 'strike' && wrong.type === 'START' ? 'effectStart' : 'effect')}
    >
      <p className="whole soft">{title}</p>
      <RadioField<How> label={t('how.label')} choices={choices} bound={part(form.root, 'how')} />
      {how === 'instead' ? <InsteadFields form={form} rule={rule} wrong={wrong} /> : null}
      <ProseField label={tDossier('step.reason')} required rows={2} max={2000} bound={part(form.root, 'reason')} />
    </ActShell>
  );
}

/** The event as it should have been recorded. */
function InsteadFields(props: {
  readonly form: Form<WithdrawValue>;
  readonly rule: LimitRule;
  readonly wrong: StripEvent;
}) {
  const { t } = useTranslation('clock');
  const { t: tDossier } = useTranslation('dossier');
  const today = useToday();
  const { rule, wrong } = props;
  const { root } = props.form;
  const { type } = wrong;
  const known = clockEventType.safeParse(type);
  return (
    <>
      <DateField label={tDossier('clock.on')} required today={today} bound={part(root, 'on')} />
      {type === 'START' && countsHours(rule) ? (
        <TextField label={t('time.label')} required max={5} hint={t('time.hint')} bound={part(root, 'time')} />
      ) : null}
      {known.success && groundsOf(rule, known.data).length > 0 ? (
        <GroundField rule={rule} type={known.data} bound={part(root, 'ground')} />
      ) : null}
      {type === 'EXTEND' ? (
        <TextField
          label={tDossier(`clock.amount.${rule.unit === 'working-day' ? 'working' : 'calendar'}`)}
          required
          max={3}
          bound={part(root, 'amount')}
        />
      ) : null}
      <TextField
        label={tDossier('clock.decidedBy')}
        required={isDecision(type)}
        max={60}
        bound={part(root, 'decidedBy')}
      />
      <TextField
        label={tDossier('clock.paper')}
        required={isDecidedInWriting(type, root.value.ground ?? '')}
        max={120}
        bound={part(root, 'paper')}
      />
    </>
  );
}
