import { useTranslation } from 'react-i18next';
import { useRuleAmount } from '#renderer/ui/deadline/rule-amount.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';

type Line = { readonly name: string; readonly text: (row: LimitRule) => string };

/** The grounds that move a row, by name. */
function useGroundLines(): readonly Line[] {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const bilingual = useBilingual();
  const grounds = (ids: readonly string[] = []): string =>
    ids.length === 0
      ? t('rule.noGrounds')
      : ids.map((id) => bilingual(clockGround(id)?.name ?? { zh: id, en: id })).join(tDeadline('list'));
  return [
    { name: tDeadline('rules.suspend'), text: (row) => grounds(row.suspendGrounds) },
    { name: tDeadline('rules.restart'), text: (row) => grounds(row.restartGrounds) },
    { name: tDeadline('rules.exclude'), text: (row) => grounds(row.excludeGrounds) },
  ];
}

function useLines(): readonly Line[] {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const amount = useRuleAmount();
  const grounds = useGroundLines();
  return [
    { name: t('rules.name'), text: (row) => bilingual(row.name) },
    { name: t('rules.amount'), text: amount },
    { name: t('rules.roll'), text: (row) => t(`rules.rolls.${row.roll}`) },
    { name: t('rules.elapsed'), text: (row) => t(`rules.elapsedWhen.${row.elapsed ?? 'none'}`) },
    ...grounds,
    { name: t('rules.effective'), text: (row) => `${row.effectiveFrom} – ${row.effectiveTo ?? ''}`.trim() },
    { name: t('rules.basis'), text: (row) => row.basis.map(bilingual).join(t('list')) },
  ];
}

/** A row of the rules before and after a change, field by field; a row that is not there says so once. */
export function RowDifference({ rule }: { readonly rule: NonNullable<CallOutput<'law.change'>['rule']> }) {
  const { t } = useTranslation('law');
  const lines = useLines();
  const said = (row: LimitRule | null, text: (row: LimitRule) => string): string =>
    row === null ? t('rule.none') : text(row);
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
