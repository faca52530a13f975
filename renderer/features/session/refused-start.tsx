import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { FailureText, type ShownFailure } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { DoorPage } from './door-page.tsx';
import { UnlockPage } from './unlock-page.tsx';

type Status = CallOutput<'session.status'>;

function failureOf({ refusal, unfitPart }: Status): ShownFailure {
  const code = refusal ?? 'storage.damaged';
  return { kind: 'damaged', code, ...(unfitPart === undefined ? {} : { facts: { part: unfitPart } }) };
}

/**
 * The data of this machine cannot be opened: why, that nothing was changed, and what to do. Data known to be damaged can
 * be put aside here, which leads to restoring a backup.
 */
export function RefusedStart({ status }: { readonly status: Status }) {
  const { t } = useTranslation('session');
  const [again, setAgain] = useState(false);
  const unfit = status.unfitPart !== undefined;
  const keysAreThere = !unfit && status.refusal?.startsWith('session.keyring-') !== true;
  if (again) return <UnlockPage status={status} />;
  return (
    <DoorPage title={t('refused.title')}>
      <p role="alert">
        <FailureText failure={failureOf(status)} />
      </p>
      <ul className="door-steps">
        <li>{t('refused.kept')}</li>
        {unfit ? (
          <li>{t('refused.otherRuntime')}</li>
        ) : (
          <>
            <li>{t('refused.copy')}</li>
            <li>{t(status.mayBeSetAside ? 'refused.asideWhat' : 'refused.restore')}</li>
          </>
        )}
      </ul>
      <div className="door-acts">
        {status.mayBeSetAside ? <PutAside /> : null}
        <Button
          onClick={() => {
            if (keysAreThere && status.custody === 'passphrase') setAgain(true);
            else window.location.reload();
          }}
        >
          {t('refused.again')}
        </Button>
      </div>
    </DoorPage>
  );
}

function PutAside() {
  const { t } = useTranslation('session');
  const [putAside, { running }] = useAct('session.setAside');
  const [failure, setFailure] = useState<ShownFailure>();
  const run = async (): Promise<void> => {
    const reply = await putAside({});
    setFailure(reply.ok ? undefined : reply.failure);
  };
  return (
    <>
      <Button type="primary" loading={running} onClick={() => void run()}>
        {t('refused.aside')}
      </Button>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
    </>
  );
}
