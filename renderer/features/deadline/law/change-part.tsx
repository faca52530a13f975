import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { EntryId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { PackFacts } from '../packs/pack-facts.tsx';
import { ChangeActs } from './change-acts.tsx';
import { stateTones, useChangeTitle } from './change-words.ts';
import { MovedPanel } from './moved-panel.tsx';
import { useDiffersTitle, WhatDiffers } from './what-differs.tsx';
import './law.css';

/** One change of the calendar or the rules: who proposed it, what it changes, which last days it moves. */
export function ChangePart() {
  const { change = '' } = useParams();
  const found = useAsk('law.change', { id: change as EntryId });
  return (
    <PageState value={found.data} failure={found.failure} onAgain={found.again}>
      {(value) => <Change found={value} />}
    </PageState>
  );
}

function Change({ found }: { readonly found: CallOutput<'law.change'> }) {
  const { t } = useTranslation('law');
  const title = useChangeTitle();
  const differs = useDiffersTitle();
  const { change, pack } = found;
  const about = change.slot.startsWith('calendar/') ? 'calendar' : 'rules';
  return (
    <>
      <p className="law-back">
        <a href={addresses.settingsPart(about)}>{t(`back.${about}`)}</a>
      </p>
      <Panel
        title={title(change.slot)}
        padded
        side={<Badge tone={stateTones[change.state]}>{t(`state.${change.state}`)}</Badge>}
      >
        <ChangeFacts change={change} />
        {pack === null ? null : <PackFacts pack={pack} />}
        <ChangeActs change={change} unknownSigner={pack?.signer === 'unknown'} />
      </Panel>
      <Panel title={differs(found)}>
        <WhatDiffers found={found} />
      </Panel>
      <MovedPanel change={change} />
      {change.state === 'confirmed' ? (
        <p>
          <a className="plain-button" href={addresses.lawPaper(change.id)}>
            {t('paper.open')}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** Who proposed and who decided, when, why, and on whose word. */
export function ChangeFacts({ change }: Pick<CallOutput<'law.change'>, 'change'>) {
  const { t } = useTranslation('law');
  const who = (person: string, at: string): string => `${person} ${at.replace('T', ' ')}`;
  const decided = change.state === 'dropped' ? 'dropped' : 'confirmed';
  const lines = [
    ['source', change.toShipped ? t('fact.shipped') : change.source],
    ['proposed', who(change.proposedBy, change.proposedAt)],
    ['reason', change.reason],
    [decided, change.state === 'open' ? '' : who(change.decidedBy, change.decidedAt)],
    ['why', change.decidedWhy],
  ] as const;
  return <FactList facts={lines.map(([name, text]) => [t(`fact.${name}`), text])} />;
}
