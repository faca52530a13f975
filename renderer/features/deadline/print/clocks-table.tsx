import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

type Limit = CallOutput<'deadline.file'>['limits'][number];

/** The limits of a file at a glance: from when, until when, how sure the rule and the calendar are. */
export function ClocksTable({ limits }: { readonly limits: readonly Limit[] }) {
  const { t } = useTranslation('deadline');
  return (
    <table className="clocks-table">
      <caption>{t('clocksPaper.summary')}</caption>
      <thead>
        <tr>
          {(['name', 'started', 'due', 'target', 'state', 'confidence'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`clocksPaper.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {limits.map((limit) => (
          <LimitRow key={limit.brief.id} limit={limit} />
        ))}
      </tbody>
    </table>
  );
}

function LimitRow({ limit: { deadline, part, brief } }: { readonly limit: Limit }) {
  const { t } = useTranslation('deadline');
  const bilingual = useBilingual();
  const { rule, legal, target, provisional, uncheckedYears } = deadline;
  return (
    <tr>
      <th scope="row">
        {bilingual(rule.name)} {part}
      </th>
      <td>{deadline.startedOn ?? '-'}</td>
      <td>
        {legal ?? '-'} {deadline.time}
        {provisional ? ` ${t('mark.provisional')}` : ''}
        {uncheckedYears.length > 0 ? ` ${t('mark.unchecked')}` : ''}
      </td>
      <td>{target === null || target === legal ? '-' : target}</td>
      <td>{t(`clocksPaper.states.${brief.lamp === 'over' ? 'over' : deadline.status}`)}</td>
      <td>{t(`confidence.${rule.confidence}`)}</td>
    </tr>
  );
}
