import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

/** A last day that moved. */
export type MovedLine = CallOutput<'law.moved'>['rows'][number];

/** Last days before and after, each with the file or request it belongs to. */
export function MovedTable({ rows }: { readonly rows: readonly MovedLine[] }) {
  const { t } = useTranslation('law');
  const ruleTitle = useRuleTitle();
  return (
    <table className="plain-table moved-table">
      <thead>
        <tr>
          <th scope="col">{t('moved.number')}</th>
          <th scope="col">{t('moved.what')}</th>
          <th scope="col">{t('moved.rule')}</th>
          <th scope="col">{t('moved.before')}</th>
          <th scope="col">{t('moved.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // Several limits of one file may run under one rule; the list itself never changes its order.
          <tr key={`${row.subject}${row.rule}${index}`}>
            <th scope="row">
              <a
                className="unbroken"
                href={row.about === 'dossier' ? addresses.dossier(row.subject) : addresses.request(row.subject)}
              >
                {row.number === '' ? t('moved.noNumber') : row.number}
              </a>
            </th>
            <td>{row.title}</td>
            <td>{ruleTitle(row.rule).name}</td>
            <td className="unbroken">{row.from ?? t('moved.noDay')}</td>
            <td className="unbroken">
              <strong>{row.to ?? t('moved.noDay')}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
