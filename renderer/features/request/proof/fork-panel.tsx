import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { SaveProof } from './save-proof.tsx';
import './fork.css';

type Fork = CallOutput<'request.forks'>[number];

const known = [
  ...['request', 'register', 'accept', 'return', 'refuse', 'assign', 'progress', 'extend', 'forward', 'suspend'],
  ...['resume', 'result', 'correct', 'stop-report', 'supplement', 'withdraw', 'answer-extension', 'object', 'close'],
  ...['urge', 'opened', 'note', 'apply', 'pen', 'originals', 'replace'],
];

/** Where a chain of the request contradicts itself: both signed entries, and what is to be done. Nothing where none does. */
export function ForkPanel({ id }: { readonly id: RequestId }) {
  const { t } = useTranslation('fork');
  const forks = useAsk('request.forks', { request: id });
  if (forks.failure !== undefined) {
    return (
      <Notice tone="red" role="alert">
        <FailureText failure={forks.failure} />
      </Notice>
    );
  }
  const found = forks.last ?? [];
  if (found.length === 0) return null;
  return (
    <Panel title={t('title')} padded>
      {found.map((fork) => (
        <ForkShown key={fork.other.id} fork={fork} />
      ))}
      <WhatToDo id={id} forks={found} />
    </Panel>
  );
}

function ForkShown({ fork }: { readonly fork: Fork }) {
  const { t } = useTranslation('fork');
  const { standing, other, name, ours, about } = fork;
  return (
    <div className="fork">
      <Notice tone="red">{t(ours ? 'ours' : 'theirs', { name })}</Notice>
      <p>
        {t(`about.${about}`, { seq: other.seq })}
        {standing === null ? null : ` · ${t(standing.device === other.device ? 'sameDevice' : 'otherDevice')}`}
      </p>
      <div className="fork-sides">
        {standing === null ? null : <EntryShown title={t('standing')} entry={standing} />}
        <EntryShown title={t('other')} entry={other} />
      </div>
    </div>
  );
}

/** One signed entry as it is read aloud over the telephone. */
function EntryShown({ title, entry }: { readonly title: string; readonly entry: Fork['other'] }) {
  const { t } = useTranslation('fork');
  const { kind, seq, on, device, genuine, id } = entry;
  const facts = [
    [t('kind'), t(`kinds.${known.includes(kind) ? kind : 'other'}` as 'kinds.other')],
    [t('seq'), String(seq)],
    [t('on'), on.replace('T', ' ')],
    [t('device'), device],
    [t('signature'), t(genuine ? 'genuine' : 'unknown')],
  ] as const;
  return (
    <section className="fork-entry" aria-label={title}>
      <h3>{title}</h3>
      <FactList facts={facts} />
      <p className="small soft">{t('hash')}</p>
      <p className="fork-hash">{(id.split(':')[1] ?? id).replaceAll(/(.{8})(?=.)/g, '$1 ')}</p>
    </section>
  );
}

function WhatToDo({ id, forks }: { readonly id: RequestId; readonly forks: readonly Fork[] }) {
  const { t } = useTranslation('fork');
  const theirs = forks.find(({ ours }) => !ours);
  return (
    <>
      <h3>{t('doTitle')}</h3>
      <ol className="fork-acts">
        {theirs === undefined ? null : <li>{t('do.call', { name: theirs.name })}</li>}
        <li>{t('do.proof')}</li>
        <li>{t(theirs === undefined ? 'do.ours' : 'do.theirs')}</li>
      </ol>
      <div className="button-line">
        <SaveProof id={id} />
        <a className="plain-button" href={addresses.sync}>
          {t('toSync')}
        </a>
      </div>
    </>
  );
}
