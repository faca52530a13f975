import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { CollectivePanel, MarkCollective } from '../collective/collective-panel.tsx';
import { JoiningsPanel } from '../joining/joinings-panel.tsx';
import { ClaimsTable } from '../members/claims-table.tsx';
import { RequestsPanel } from '../members/requests-panel.tsx';
import { useDossierNames } from '../names.ts';
import type { Shown, View } from './dossier-page.tsx';
import { LinksPanel } from './links-panel.tsx';
import { RecentHistory } from './recent-history.tsx';
import { StepsPanel } from './steps-panel.tsx';

/** The file at a glance: what is asked for, what is known of it, what other offices do, what was done last. */
export function Overview({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  return (
    <div className="two-columns">
      <div>
        <Panel title={t(`claim.title.${view.row.side}`)}>
          <ClaimsTable view={view} />
        </Panel>
        {view.summary === '' ? null : (
          <Panel title={t('receive.summary')} padded>
            <p className="prose">{view.summary}</p>
          </Panel>
        )}
        <StepsPanel view={view} />
      </div>
      <div>
        <RequestsPanel view={view} />
        <Details view={view} />
        <CollectivePanel view={view} />
        <JoiningsPanel view={view} />
        <LinksPanel id={id} view={view} />
        <RecentHistory id={id} />
      </div>
    </div>
  );
}

function Details({ view }: { readonly view: View }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { row } = view;
  const branches = useAsk('office.get', {}).last?.settings.branches;
  const branch = branches?.find(({ code }) => code === view.branch)?.name;
  const lines: readonly (readonly [string, string])[] = [
    [t('detail.received'), `${row.receivedOn.replace('T', ' ')} · ${names.channel(view.channel)}`],
    ...(branch === undefined ? [] : [[t('branch.label'), branch] as const]),
    ...(row.acceptedOn === null ? [] : [[t(`detail.accepted.${row.side}`), row.acceptedOn] as const]),
    ...(row.closedOn === null ? [] : [[t('detail.closed'), row.closedOn] as const]),
    ...(view.closeType === null ? [] : [[t('detail.closeType'), names.closeType(view.closeType)] as const]),
    ...(view.closeNote === '' ? [] : [[t('detail.closeNote'), view.closeNote] as const]),
  ];
  return (
    <Panel title={t('detail.title')} side={<MarkCollective view={view} />} padded>
      <dl className="file-facts">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
