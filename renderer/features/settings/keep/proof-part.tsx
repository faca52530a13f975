import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/api/client.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useWork } from '#renderer/app/api/use-work.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { WorkBar } from '#renderer/ui/state/work-bar.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { Problems } from './problems.tsx';

type Verified = CallOutput<'store.verify'>;
type Rebuilt = CallOutput<'store.rebuild'>;

/** 校验与重建: proves that nothing written was changed, and builds the tables again from it. */
export function ProofPart() {
  return (
    <>
      <Verify />
      <Rebuild />
    </>
  );
}

/** One long act at a time, and what it answered. */
function useLongAct<T>(run: () => Promise<Reply<T>>) {
  const [running, setRunning] = useState(false);
  const [reply, setReply] = useState<Reply<T>>();
  const start = async (): Promise<void> => {
    setRunning(true);
    setReply(undefined);
    setReply(await run());
    setRunning(false);
  };
  return { running, reply, start: () => void start() };
}

function Verify() {
  const { t } = useTranslation('settings');
  const { work, cancel } = useWork('verify');
  const { running, reply, start } = useLongAct<Verified>(() => client().call('store.verify', {}));
  return (
    <Panel title={t('proof.verify')} padded>
      <p>{t('proof.verifyWhat')}</p>
      <div className="settings-acts">
        <Button loading={running} onClick={start}>
          {t('proof.verifyAct')}
        </Button>
        {running ? <span role="status">{t('proof.verifying')}</span> : null}
      </div>
      <WorkBar label={t('proof.verify')} work={work} onCancel={cancel} />
      <Outcome reply={reply}>{(verified) => <VerifyResult verified={verified} />}</Outcome>
    </Panel>
  );
}

function Outcome<T>(props: { readonly reply: Reply<T> | undefined; readonly children: (value: T) => React.ReactNode }) {
  const failureText = useFailureText();
  const { reply } = props;
  if (reply === undefined) return null;
  return (
    <div className="settings-result">
      {reply.ok ? (
        props.children(reply.value)
      ) : (
        <Notice tone={reply.failure.code === 'work.cancelled' ? 'amber' : 'red'} role="alert">
          {failureText(reply.failure)}
        </Notice>
      )}
    </div>
  );
}

function VerifyResult({ verified }: { readonly verified: Verified }) {
  const { t } = useTranslation('settings');
  const { chains, entries, bodiesErased, problems, files } = verified;
  const wrong = problems.length + files.length;
  const sound = wrong === 0;
  return (
    <>
      <Notice tone={sound ? 'green' : 'red'} role={sound ? 'status' : 'alert'}>
        {sound ? t('proof.sound') : t('proof.unsound', { n: wrong, count: wrong })}
      </Notice>
      <dl className="settings-facts">
        <div>
          <dt>{t('proof.chains')}</dt>
          <dd>{chains}</dd>
        </div>
        <div>
          <dt>{t('proof.entries')}</dt>
          <dd>{entries}</dd>
        </div>
        <div>
          <dt>{t('proof.erased')}</dt>
          <dd>{bodiesErased}</dd>
        </div>
      </dl>
      {problems.length === 0 ? null : <Problems problems={problems} />}
      <DamagedFiles files={files} />
    </>
  );
}

function DamagedFiles({ files }: Pick<Verified, 'files'>) {
  const { t } = useTranslation('settings');
  if (files.length === 0) return null;
  return (
    <>
      <h3>{t('proof.files')}</h3>
      <ul>
        {files.map(({ manifest, names, parts }) => (
          <li key={manifest}>{t('proof.filePart', { name: names.join(' / ') || manifest.slice(0, 12), n: parts })}</li>
        ))}
      </ul>
    </>
  );
}

function Rebuild() {
  const { t } = useTranslation('settings');
  const [rebuild] = useAct('store.rebuild');
  const { running, reply, start } = useLongAct<Rebuilt>(() => rebuild({}));
  return (
    <Panel title={t('proof.rebuild')} padded>
      <p>{t('proof.rebuildWhat')}</p>
      <div className="settings-acts">
        <Button loading={running} onClick={start}>
          {t('proof.rebuildAct')}
        </Button>
        {running ? <span role="status">{t('proof.rebuilding')}</span> : null}
      </div>
      <Outcome reply={reply}>
        {({ same, entries, milliseconds }) => (
          <Notice tone={same ? 'green' : 'amber'} role="status">
            {t(same ? 'proof.same' : 'proof.drifted')}{' '}
            {t('proof.rebuilt', { n: entries, count: entries, seconds: (milliseconds / 1000).toFixed(1) })}
          </Notice>
        )}
      </Outcome>
    </Panel>
  );
}
