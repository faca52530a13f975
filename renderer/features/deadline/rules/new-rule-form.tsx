import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { type LimitTrigger, limitTriggers, mayStart } from '#shared/domain/deadline/rule.ts';
import { RuleFields } from './rule-fields.tsx';
import { proposalOf, type RuleValue, useRuleIssues } from './rule-value.ts';

type Side = 'ARB' | 'LSI';
type NewRule = {
  readonly said: RuleValue;
  readonly side: Side;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly trigger: LimitTrigger | null;
};

const triggers = limitTriggers.filter((trigger) => mayStart({ trigger }));

function useIssues(): (value: NewRule) => readonly FormIssue[] {
  const { t } = useTranslation('law');
  const common = useRuleIssues('said.');
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path, level: 'error', text }] : [];
  return (value) => [
    ...error('code', !/^[A-Z0-9][A-Z0-9_]{1,23}$/.test(value.code.trim()), t('newRule.badCode')),
    ...error('name', value.name.trim() === '', t('rule.missing')),
    ...error('trigger', value.trigger === null, t('rule.missing')),
    ...common(value.said),
  ];
}

function useNewRule(title: string) {
  const navigate = useNavigate();
  const [propose] = useAct('rule.propose');
  const drafts = useDraftStore('settings.rules:new', title);
  const today = useToday();
  const had = { amount: 1, unit: 'working-day', roll: 'none' } as const;
  return useForm<NewRule>({
    initial: {
      said: {
        ...{ from: today, until: null, off: false, amount: '', unit: had.unit, roll: had.roll },
        ...{ basis: '', reason: '', elapsed: 'none', suspend: [], restart: [], exclude: [] },
      },
      ...{ side: 'ARB', code: '', name: '', nameEn: '', trigger: null },
    },
    validate: useIssues(),
    drafts,
    submit: async (value) => {
      const { side, code, name, nameEn, trigger } = value;
      if (trigger === null) return undefined;
      const made = { name, nameEn, trigger };
      const reply = await propose({
        rule: `${side}.OWN.${code.trim()}`,
        made,
        ...proposalOf(value.said, today, { ...had, moves: {} }),
      });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      void navigate(`/settings/rules/${encodeURIComponent(reply.value.id)}`);
      return undefined;
    },
  });
}

/** A limit of the office's own that the law does not know: proposed here, confirmed by another person. */
export function NewRuleForm() {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const navigate = useNavigate();
  const title = t('newRule.title');
  const form = useNewRule(title);
  const { root } = form;
  const sides = (['ARB', 'LSI'] as const).map((value) => ({ value, label: tDeadline(`rules.group.${value}`) }));
  return (
    <FormShell
      form={form}
      label={title}
      submitText={t('import.propose')}
      onLeave={() => void navigate('/settings/rules')}
    >
      <section className="form-group">
        <h2>{title}</h2>
        <p className="soft rules-intro">{t('newRule.what')}</p>
        <div className="form-grid">
          <RadioField<Side> label={t('newRule.side')} choices={sides} bound={part(root, 'side')} />
          <TextField
            label={t('newRule.code')}
            required
            max={24}
            hint={t('newRule.codeHint')}
            bound={part(root, 'code')}
          />
          <TextField label={t('newRule.name')} required max={60} bound={part(root, 'name')} />
          <TextField label={t('newRule.nameEn')} max={80} bound={part(root, 'nameEn')} />
          <SelectField<LimitTrigger>
            label={tDeadline('rules.trigger')}
            required
            choices={triggers.map((value) => ({ value, label: tDeadline(`rules.act.${value}`) }))}
            bound={part(root, 'trigger')}
          />
          <RuleFields root={part(root, 'said')} mayEnd={false} />
        </div>
      </section>
    </FormShell>
  );
}
