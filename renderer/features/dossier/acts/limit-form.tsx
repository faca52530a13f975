import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { countsHours, type LimitRule } from '#shared/domain/deadline/rule.ts';
import type { View } from '../page/dossier-page.tsx';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { type LimitValue, startable, turns, useLimitIssues } from './limit-value.ts';

/** Begins a limit of the rules in force on a file: which one, about whom, from which day, on whose decision and paper. */
export function LimitForm(props: ActProps) {
  const rules = useAsk('rule.list', {});
  return (
    <PageState value={rules.last} failure={rules.failure} onAgain={rules.again}>
      {(found) => <LimitFields {...props} rules={startable(found.rows, props.view.row)} />}
    </PageState>
  );
}

type Props = ActProps & { readonly rules: readonly LimitRule[] };

function useLimitForm({ id, view, rules, onDone }: Props) {
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [start] = useAct('clock.start');
  const { caseNo, windowNo } = view.row;
  return useForm<LimitValue>({
    initial: { rule: null, of: '', on: today, time: '', decidedBy: '', paper: '', note: '' },
    validate: useLimitIssues(rules, view, today),
    drafts: useDraftStore(draftKey('clock.start', id), `${t('limit.add')} ${caseNo ?? windowNo}`),
    submit: async ({ rule, on, time, ...said }) => {
      if (rule === null || on === null) return undefined;
      const hours = rules.some((one) => one.id === rule && countsHours(one));
      const reply = await start({ dossier: id, ruleId: rule, on, time: hours ? time.trim() : '', ...said });
      if (!reply.ok) return reply.failure;
      announce(t(reply.value.warnings.length === 0 ? 'limit.added' : 'limit.addedDayOff'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

function LimitFields(props: Props) {
  const { t } = useTranslation('dossier');
  const { t: tClock } = useTranslation('clock');
  const bilingual = useBilingual();
  const today = useToday();
  const form = useLimitForm(props);
  const { rules, view, onDone } = props;
  const rule = rules.find((one) => one.id === form.root.value.rule);
  const choices = rules.map((one) => ({ value: one.id, label: bilingual(one.name), words: one.id }));
  return (
    <ActShell
      form={form}
      label={t('limit.add')}
      submitText={t('limit.add')}
      onLeave={onDone}
      basis={rule === undefined ? undefined : <RuleBasis rule={rule} />}
    >
      <SelectField<string> label={t('limit.rule')} required choices={choices} bound={part(form.root, 'rule')} />
      <PartField view={view} bound={part(form.root, 'of')} />
      <DateField label={t('limit.on')} required today={today} bound={part(form.root, 'on')} hint={t('limit.onHint')} />
      {rule !== undefined && countsHours(rule) ? (
        <TextField
          label={tClock('time.label')}
          required
          max={5}
          hint={tClock('time.hint')}
          bound={part(form.root, 'time')}
        />
      ) : null}
      <TextField label={t('clock.decidedBy')} max={60} bound={part(form.root, 'decidedBy')} />
      <TextField label={t('clock.paper')} max={120} bound={part(form.root, 'paper')} hint={t('clock.paperHint')} />
      <ProseField label={t('clock.note')} rows={2} max={2000} bound={part(form.root, 'note')} />
    </ActShell>
  );
}

/** The whole file, one of its parties, or another turn of the same rule. */
function PartField({ view, bound }: { readonly view: View; readonly bound: Bound<string> }) {
  const { t } = useTranslation('dossier');
  const choices = [
    { value: 'whole', label: t('limit.whole') },
    ...view.parties.map(({ id, name }) => ({ value: id, label: name })),
    ...turns.map((turn) => ({ value: turn, label: t('limit.turn', { n: turn.slice(1) }) })),
  ];
  const shown: Bound<string | null> = {
    path: bound.path,
    value: bound.value === '' ? 'whole' : bound.value,
    set: (value) => {
      bound.set(value === null || value === 'whole' ? '' : value);
    },
  };
  return <SelectField<string> label={t('limit.of')} choices={choices} bound={shown} />;
}

/** How long the chosen limit is, from what it runs, and where that stands. */
function RuleBasis({ rule }: { readonly rule: LimitRule }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const amount = useRuleAmount();
  const act = t(`rules.act.${rule.trigger}`);
  const from = rule.form === 'fixed-day' ? 'rules.onDay' : rule.back === true ? 'rules.before' : 'rules.after';
  return (
    <>
      {t(from, { act })} {amount(rule)} · {rule.basis.map(bilingual).join(' · ')}{' '}
      <ConfidenceMark confidence={rule.confidence} />
    </>
  );
}
