import { useTranslation } from 'react-i18next';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';

/** A row of the rules before and after a change, field by field; a row that is not there says so once. */
export function RowDifference({ rule }: { readonly rule: NonNullable<CallOutput<'law.change'>['rule']> }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const bilingual = useBilingual();
  const amount = useRuleAmount();
  const said = (row: LimitRule | null, text: (row: LimitRule) => string): string =>
    row === null ? t('rule.none') : text(row);
  const lines = [
    { name: tDeadline('rules.name'), text: (row: LimitRule) => bilingual(row.name) },
    { name: tDeadline('rules.amount'), text: amount },
    { name: tDeadline('rules.roll'), text: (row: LimitRule) => tDeadline(`rules.rolls.${row.roll}`) },
    {
      name: tDeadline('rules.effective'),
      text: (row: LimitRule) => `${row.effectiveFrom} – ${row.effectiveTo ?? ''}`.trim(),
    },
    { name: tDeadline('rules.basis'), text: (row: LimitRule) => row.basis.map(bilingual).join(tDeadline('list')) },
  ];
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="spoken">{t('rule.field')}</span>
          </th>
          <th scope="col">{t('days.before')}</th>
          <th scope="col">{t('days.after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, text }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{said(rule.before, text)}</td>
            <td>
              <strong>{said(rule.after, text)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
