import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { mandateNames } from '#shared/domain/party/mandate.ts';
import type { Shown } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';

/** An agent of a file with its mandate. */
type Agent = CallOutput<'agent.list'>['agents'][number];

/** For whom and by what the agents of a file act; not there while the file has none. */
export function AgentsPanel({ id, view }: Shown) {
  const { t } = useTranslation('agent');
  const agents = useAsk('agent.list', { dossier: id }).last?.agents ?? [];
  if (agents.length === 0) return null;
  const may = view.may.includes('amend');
  return (
    <Panel title={t('title')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('agent')}</th>
            <th scope="col">{t('for')}</th>
            <th scope="col">{t('mandate')}</th>
            <th scope="col">{t('paperOn')}</th>
            {may ? <th scope="col">{t('acts')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <AgentRow key={agent.party} id={id} agent={agent} may={may} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function AgentRow({ id, agent, may }: Pick<Shown, 'id'> & { readonly agent: Agent; readonly may: boolean }) {
  const { t } = useTranslation('agent');
  return (
    <tr>
      <th scope="row" className="file-party">
        {agent.name}
        {agent.standing === '' ? null : <span className="small soft">{agent.standing}</span>}
      </th>
      <td className="file-party">{agent.principals.map(({ name }) => name).join('、')}</td>
      <td>
        <MandateLines agent={agent} />
      </td>
      <td className="unbroken">
        {agent.paperOn ?? ''}
        {agent.endedOn === null ? null : (
          <span className="block">
            <Badge tone="plain">{t('endedOn', { date: agent.endedOn })}</Badge>
          </span>
        )}
      </td>
      {may ? (
        <td className="file-member-acts">
          <AgentActs id={id} agent={agent} />
        </td>
      ) : null}
    </tr>
  );
}

function MandateLines({ agent }: { readonly agent: Agent }) {
  const { t } = useTranslation('agent');
  const bilingual = useBilingual();
  const codes = [agent.kind, agent.authority].flatMap((code) => (code === '' ? [] : [bilingual(mandateNames[code])]));
  if (codes.length === 0) return <span className="soft">{t('unknown')}</span>;
  return (
    <>
      {codes.join(' · ')}
      {agent.scope === '' ? null : <p className="prose small">{agent.scope}</p>}
      {agent.endedWhy === '' ? null : <p className="prose small soft">{agent.endedWhy}</p>}
      {agent.doubts.map((doubt) => (
        <p key={doubt} className="small">
          <Badge tone="amber">{t(`doubt.${doubt}`)}</Badge>
        </p>
      ))}
    </>
  );
}

function AgentActs({ id, agent }: Pick<Shown, 'id'> & { readonly agent: Agent }) {
  const { t } = useTranslation('agent');
  const { open } = useActAddress();
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [resume] = useAct('agent.resume');
  const [running, setRunning] = useState(false);
  const back = async (): Promise<void> => {
    if (running) return;
    setRunning(true);
    const reply = await resume({ dossier: id, party: agent.party });
    setRunning(false);
    announce(reply.ok ? t('resumed') : failureText(reply.failure), reply.ok ? 'polite' : 'assertive');
  };
  const { name } = agent;
  const button = (label: string, spoken: string, run: () => void) => (
    <button type="button" className="text-button" aria-label={spoken} onClick={run}>
      {label}
    </button>
  );
  return (
    <>
      {button(t('set'), t('setOf', { name }), () => open('agent.set', agent.party))}{' '}
      {agent.kind === '' || agent.endedOn !== null
        ? null
        : button(t('end'), t('endOf', { name }), () => open('agent.end', agent.party))}
      {agent.endedOn === null ? null : button(t('resume'), t('resumeOf', { name }), () => void back())}
    </>
  );
}
