import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { ReasonSheet } from './reason-sheet.tsx';
import './recovery.css';

type Orphan = CallOutput<'recovery.orphans'>['orphans'][number];

/** What this office wrote that stands in no chain: each is written anew in one act, or said to be not needed. */
export function OrphanPanel() {
  const orphans = useAsk('recovery.orphans', {});
  return (
    <PageState value={orphans.last} failure={orphans.failure} onAgain={orphans.again}>
      {(shown) => <Listed orphans={shown.orphans} />}
    </PageState>
  );
}

function useOrphanActs() {
  const { t } = useTranslation('recovery');
  const announce = useAnnounce();
  const [reissue] = useAct('recovery.reissue');
  const [dismiss] = useAct('recovery.dismiss');
  const [failure, setFailure] = useState<Failure>();
  return {
    failure,
    again: async ({ id }: Orphan): Promise<void> => {
      const reply = await reissue({ id });
      setFailure(reply.ok ? undefined : reply.failure);
      if (reply.ok) announce(t('orphans.againDone'));
    },
    drop: async (id: Orphan['id'], reason: string): Promise<Failure | undefined> => {
      const reply = await dismiss({ id, reason });
      return reply.ok ? undefined : reply.failure;
    },
  };
}

function Listed({ orphans }: { readonly orphans: readonly Orphan[] }) {
  const { t } = useTranslation('recovery');
  const acts = useOrphanActs();
  const [dropping, setDropping] = useState<Orphan>();
  const waiting = orphans.filter(({ state, ours }) => state === 'open' && ours);
  const others = orphans.filter(({ state, ours }) => state !== 'open' || !ours);
  const row = (orphan: Orphan) => (
    <OrphanRow key={orphan.id} orphan={orphan} onAgain={(one) => void acts.again(one)} onDrop={setDropping} />
  );
  return (
    <Panel title={t('orphans.title', { n: waiting.length })} padded>
      {acts.failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={acts.failure} />
        </Notice>
      )}
      <p className="soft">{t(waiting.length === 0 ? 'orphans.none' : 'orphans.why')}</p>
      {waiting.length === 0 ? null : <ul className="orphans">{waiting.map(row)}</ul>}
      {others.length === 0 ? null : (
        <details>
          <summary>{t('orphans.settled', { n: others.length })}</summary>
          <ul className="orphans">{others.map(row)}</ul>
        </details>
      )}
      <ReasonSheet
        about={dropping?.id}
        draft={{ key: 'recovery.dismiss', title: t('orphans.dropDraft', { on: dropping?.on ?? '' }) }}
        title={t('orphans.dropTitle')}
        what={t('orphans.dropWhat')}
        act={t('orphans.drop')}
        onClose={() => setDropping(undefined)}
        onReason={async (reason) => (dropping === undefined ? undefined : await acts.drop(dropping.id, reason))}
      />
    </Panel>
  );
}

const kinds = [
  ...(['request', 'register', 'return', 'accept', 'refuse', 'assign', 'progress', 'extend', 'suspend'] as const),
  ...(['resume', 'result', 'correct', 'stop-report', 'supplement', 'replace', 'withdraw', 'object'] as const),
  ...(['answer-extension', 'close', 'urge', 'opened', 'note', 'apply', 'pen', 'originals'] as const),
] as const;

function OrphanRow(props: {
  readonly orphan: Orphan;
  readonly onAgain: (orphan: Orphan) => void;
  readonly onDrop: (orphan: Orphan) => void;
}) {
  const { t } = useTranslation('recovery');
  const { orphan } = props;
  const kind = t(`kind.${kinds.find((one) => one === orphan.kind) ?? 'other'}`);
  const about = `${kind} ${orphan.on.replace('T', ' ')}`;
  const open = orphan.state === 'open' && orphan.ours;
  return (
    <li>
      <Badge tone={open ? 'amber' : 'plain'}>{t(`orphans.${orphan.state}`)}</Badge> <strong>{kind}</strong>{' '}
      {orphan.on.replace('T', ' ')} {orphan.text === '' ? null : <span>{orphan.text}</span>}
      <span className="soft small block">
        {[
          t(orphan.ours ? 'orphans.ours' : 'orphans.theirs'),
          orphan.partner,
          t('orphans.recorded', { at: orphan.recordedAt.replace('T', ' ') }),
        ].join(' · ')}
      </span>
      {open && orphan.refusal !== null ? (
        <span className="soft small block">
          <FailureText failure={{ kind: 'refused', code: orphan.refusal }} />
        </span>
      ) : null}
      <span className="orphan-acts">
        <a href={addresses.request(orphan.request)}>{orphan.number || orphan.title || t('orphans.request')}</a>
        {open ? <OrphanActs {...props} about={about} /> : null}
      </span>
    </li>
  );
}

function OrphanActs(props: {
  readonly orphan: Orphan;
  readonly about: string;
  readonly onAgain: (orphan: Orphan) => void;
  readonly onDrop: (orphan: Orphan) => void;
}) {
  const { t } = useTranslation('recovery');
  const { orphan, about } = props;
  const button = (name: string, press: (orphan: Orphan) => void) => (
    <button type="button" className="text-button" aria-label={`${name} ${about}`} onClick={() => press(orphan)}>
      {name}
    </button>
  );
  return (
    <>
      {orphan.refusal === null ? button(t('orphans.again'), props.onAgain) : null}
      {button(t('orphans.drop'), props.onDrop)}
    </>
  );
}
