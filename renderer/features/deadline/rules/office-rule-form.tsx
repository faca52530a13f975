import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { CheckField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { LimitRoll, LimitRule, LimitUnit } from '#shared/domain/deadline/rule.ts';

type Value = {
  readonly from: LocalDate | null;
  readonly off: boolean;
  readonly amount: string;
  readonly unit: LimitUnit | null;
  readonly roll: LimitRoll | null;
  readonly basis: string;
  readonly reason: string;
};

const units: readonly LimitUnit[] = ['working-day', 'calendar-day', 'working-hour', 'hour', 'month', 'year'];
const rolls: readonly LimitRoll[] = ['none', 'legal', 'raw-and-legal'];

/** What is missing or wrong, each beside its field. */
function useIssues(): (value: Value) => readonly FormIssue[] {
  const { t } = useTranslation('law');
  return ({ from, off, amount, basis, reason }) => {
    const missing = (path: string): FormIssue => ({ path, level: 'error', text: t('rule.missing') });
    return [
      ...(from === null ? [missing('from')] : []),
      ...(!off && !/^[1-9]\d{0,3}$/.test(amount.trim())
        ? [{ path: 'amount', level: 'error' as const, text: t('rule.badAmount') }]
        : []),
      ...(!off && basis.trim() === '' ? [missing('basis')] : []),
      ...(reason.trim() === '' ? [missing('reason')] : []),
    ];
  };
}

/** The form over one row; its draft is found again by the id of the row. */
function useRuleForm(rule: LimitRule, title: string) {
  const navigate = useNavigate();
  const [propose] = useAct('rule.propose');
  const drafts = useDraftStore(`settings.rules:${rule.id.replaceAll('_', '-')}`, title);
  const today = useToday();
  const { id, amount, unit, roll } = rule;
  return useForm<Value>({
    initial: { from: today, off: false, amount: String(amount), unit, roll, basis: '', reason: '' },
    validate: useIssues(),
    drafts,
    submit: async (value) => {
      const counted = {
        ...{ amount: Number(value.amount), unit: value.unit ?? unit, roll: value.roll ?? roll, basis: value.basis },
      };
      const said = value.off ? { amount, unit, roll, basis: '' } : counted;
      const { from, off, reason } = value;
      const reply = await propose({ rule: id, from: from ?? today, off, ...said, reason });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      void navigate(`/settings/rules/${encodeURIComponent(reply.value.id)}`);
      return undefined;
    },
  });
}

/** 本机构规则: what the office decides of one default row, proposed here and confirmed by another person. */
export function OfficeRuleForm({ rule }: { readonly rule: LimitRule }) {
  const { t } = useTranslation('law');
  const bilingual = useBilingual();
  const amountWords = useRuleAmount();
  const navigate = useNavigate();
  const today = useToday();
  const title = t('rule.title', { name: bilingual(rule.name) });
  const form = useRuleForm(rule, title);
  return (
    <FormShell
      form={form}
      label={title}
      submitText={t('import.propose')}
      onLeave={() => void navigate('/settings/rules')}
    >
      <section className="form-group">
        <h2>{title}</h2>
        <p className="soft">
          {rule.id} · {t('rule.now', { amount: amountWords(rule) })} · {rule.basis.map(bilingual).join(' · ')}
        </p>
        <RuleFields form={form} today={today} />
      </section>
    </FormShell>
  );
}

function RuleFields(props: { readonly form: ReturnType<typeof useForm<Value>>; readonly today: LocalDate }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const { root } = props.form;
  const off = root.value.off;
  return (
    <>
      <div className="form-grid">
        <DateField
          label={t('rule.from')}
          required
          hint={t('rule.fromHint')}
          today={props.today}
          bound={part(root, 'from')}
        />
        <div className="law-check">
          <CheckField label={t('rule.off')} bound={part(root, 'off')} />
        </div>
        {off ? null : (
          <>
            <TextField label={t('rule.amount')} required max={4} bound={part(root, 'amount')} />
            <SelectField
              label={t('rule.unit')}
              required
              choices={units.map((unit) => ({ value: unit, label: t(`rule.units.${unit}`) }))}
              bound={part(root, 'unit')}
            />
            <SelectField
              label={tDeadline('rules.roll')}
              required
              choices={rolls.map((roll) => ({ value: roll, label: tDeadline(`rules.rolls.${roll}`) }))}
              bound={part(root, 'roll')}
            />
            <TextField
              label={t('rule.basis')}
              required
              max={200}
              hint={t('rule.basisHint')}
              bound={part(root, 'basis')}
            />
          </>
        )}
        <ProseField label={t('fact.reason')} required max={500} rows={2} bound={part(root, 'reason')} />
      </div>
    </>
  );
}
