import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { type LawChange, stateTones, useChangeTitle } from './change-words.ts';
import './law.css';

const rowsAtFirst = 20;
const mostRows = 200;

/** Proposed and decided changes of the calendar or the rules, newest first; each leads to its own page. */
export function ChangesPanel({ about }: { readonly about: 'calendar' | 'rules' }) {
  const { t } = useTranslation('law');
  const [limit, setLimit] = useState(rowsAtFirst);
  const changes = useAsk('law.changes', { about, limit });
  return (
    <PageState value={changes.last} failure={changes.failure} onAgain={changes.again}>
      {({ total, rows }) =>
        total === 0 ? null : (
          <Panel title={t('changes.title')} side={<span className="soft small">{total}</span>}>
            <ul>
              {rows.map((change) => (
                <ChangeRow key={change.id} change={change} about={about} />
              ))}
            </ul>
            {total > rows.length && limit < mostRows ? (
              <p className="law-note">
                <button type="button" className="text-button" onClick={() => setLimit(mostRows)}>
                  {t('changes.more')}
                </button>
              </p>
            ) : null}
          </Panel>
        )
      }
    </PageState>
  );
}

function ChangeRow(props: { readonly change: LawChange; readonly about: 'calendar' | 'rules' }) {
  const { t } = useTranslation('law');
  const title = useChangeTitle();
  const { change } = props;
  return (
    <li className="panel-row law-row">
      <a href={addresses.settingsPart(`${props.about}/${encodeURIComponent(change.id)}`)}>{title(change.slot)}</a>
      <Badge tone={stateTones[change.state]}>{t(`state.${change.state}`)}</Badge>
      <span className="soft clip" title={change.source}>
        {change.toShipped ? t('fact.shipped') : change.source}
      </span>
      <span className="soft small unbroken">
        {change.proposedBy} {change.proposedAt.slice(0, 10)}
      </span>
      <span className="soft small unbroken">
        {change.state === 'confirmed' ? t('changes.moved', { n: change.moved, count: change.moved }) : ''}
      </span>
    </li>
  );
}
