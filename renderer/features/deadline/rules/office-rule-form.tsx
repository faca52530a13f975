import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { isOfLaw } from '#shared/domain/deadline/of-law.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { RuleFields } from './rule-fields.tsx';
import { movesOf, proposalOf, type RuleValue, useRuleIssues } from './rule-value.ts';

type Props = {
  readonly rule: LimitRule;
  /** What the office decided so far. */
  readonly own: CallOutput<'rule.list'>['own'];
};

/** The form over one row; its draft is found again by the id of the row. */
function useRuleForm(props: Props, title: string) {
  const { rule, own } = props;
  const navigate = useNavigate();
  const [propose] = useAct('rule.propose');
  const drafts = useDraftStore(`settings.rules:${rule.id.replaceAll('_', '-')}`, title);
  const today = useToday();
  const { id, amount, unit, roll, name, trigger } = rule;
  const made = own.some((one) => one.rule === id && one.made);
  // What the office decided before is not beneath a further decision, and is said again.
  const decided = own.some((one) => one.rule === id);
  return useForm<RuleValue>({
    initial: {
      ...{ from: today, until: null, off: false, amount: String(amount), unit, roll, basis: '', reason: '' },
      ...movesOf(rule),
    },
    validate: useRuleIssues(),
    drafts,
    submit: async (value) => {
      const reply = await propose({
        ...{ rule: id, local: isOfLaw(rule), made: made ? { name: name.zh, nameEn: name.en, trigger } : null },
        ...proposalOf(value, today, { amount, unit, roll, moves: decided ? null : rule }),
      });
      if (!reply.ok) return reply.failure;
      await drafts.discard();
      void navigate(`/settings/rules/${encodeURIComponent(reply.value.id)}`);
      return undefined;
    },
  });
}

/** 本机构规则: what the office decides of one row, or a local text of one of the law; proposed here, confirmed by another. */
export function OfficeRuleForm(props: Props) {
  const { t } = useTranslation('law');
  const bilingual = useBilingual();
  const amountWords = useRuleAmount();
  const navigate = useNavigate();
  const { rule } = props;
  const local = isOfLaw(rule);
  const title = t(local ? 'rule.localTitle' : 'rule.title', { name: bilingual(rule.name) });
  const form = useRuleForm(props, title);
  return (
    <FormShell
      form={form}
      label={title}
      submitText={t('import.propose')}
      onLeave={() => void navigate('/settings/rules')}
    >
      <section className="form-group">
        <h2>{title}</h2>
        <p className="soft rules-intro">
          {rule.id} · {t('rule.now', { amount: amountWords(rule) })} · {rule.basis.map(bilingual).join(' · ')}
        </p>
        {local ? <p className="soft rules-intro">{t('rule.localWhat')}</p> : null}
        <div className="form-grid">
          <RuleFields root={form.root} mayEnd={!local} />
        </div>
      </section>
    </FormShell>
  );
}
