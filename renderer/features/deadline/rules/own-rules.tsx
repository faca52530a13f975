import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** What the office decided of default rows: since when, who proposed and who confirmed it, rows switched off included. */
export function OwnRules({ own }: { readonly own: CallOutput<'rule.list'>['own'] }) {
  const { t } = useTranslation('law');
  const title = useRuleTitle();
  if (own.length === 0) return null;
  return (
    <Panel title={t('own.title')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('moved.rule')}</th>
            <th scope="col">{t('own.from')}</th>
            <th scope="col">{t('fact.reason')}</th>
            <th scope="col">{t('own.who')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((one) => (
            <tr key={one.change}>
              <th scope="row">
                <a href={addresses.settingsPart(`rules/${encodeURIComponent(one.change)}`)}>{title(one.rule).name}</a>{' '}
                {one.off ? <Badge tone="amber">{t('own.off')}</Badge> : null}
                {one.local ? <Badge tone="blue">{t('own.local')}</Badge> : null}
                {one.made ? <Badge tone="blue">{t('own.made')}</Badge> : null}
              </th>
              <td className="unbroken">
                {one.until === null ? one.from : t('own.between', { from: one.from, until: one.until })}
              </td>
              <td className="prose">{one.reason}</td>
              <td>{t('own.whoWhat', { by: one.proposedBy, second: one.confirmedBy, at: one.at.slice(0, 10) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
