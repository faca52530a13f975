import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { type Office, WithOffice } from '../with-office.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RecoveryKeyForm } from './recovery-key-form.tsx';
import { RenewRecoveryKey } from './renew-recovery-key.tsx';

type Status = CallOutput<'session.status'>;

/** 密钥与恢复: how the data are opened, whether the recovery key was written down, and who this office is to others. */
export function KeysPart() {
  const { t } = useTranslation('settings');
  const session = useAsk('session.status', {});
  return (
    <PageState value={session.last} failure={session.failure} onAgain={session.again}>
      {(status) => (
        <>
          {status.sample ? (
            <Notice tone="violet">{t('keys.sample')}</Notice>
          ) : (
            <>
              <Recovery status={status} />
              <Opening status={status} />
            </>
          )}
          <WithOffice>{(office) => <Identity office={office} />}</WithOffice>
        </>
      )}
    </PageState>
  );
}

/** Asks for the key at once while it was never typed back; afterwards only on demand. Nothing is changed by it. */
function Recovery({ status }: { readonly status: Status }) {
  const { t } = useTranslation('settings');
  const unconfirmed = status.recoveryKeyUnconfirmed;
  const [asking, setAsking] = useState(unconfirmed);
  const [right, setRight] = useState(false);
  return (
    <Panel
      title={t('keys.recovery')}
      padded
      side={
        <Badge tone={unconfirmed ? 'amber' : 'green'}>{t(unconfirmed ? 'keys.unconfirmed' : 'keys.confirmed')}</Badge>
      }
    >
      <p>{t(unconfirmed ? 'keys.unconfirmedWhat' : 'keys.confirmedWhat')}</p>
      {right ? (
        <Notice tone="green" role="status">
          {t('keys.right')}
        </Notice>
      ) : null}
      {asking ? (
        <RecoveryKeyForm
          onRight={() => {
            setAsking(false);
            setRight(true);
          }}
        />
      ) : (
        <div className="settings-acts">
          <Button
            onClick={() => {
              setAsking(true);
              setRight(false);
            }}
          >
            {t('keys.recheck')}
          </Button>
        </div>
      )}
      <RenewRecoveryKey custody={status.custody} onRenewed={() => setAsking(true)} />
    </Panel>
  );
}

/** With the system's keychain there is nothing to lock here: only the recovery key could open the data again. */
function Opening({ status }: { readonly status: Status }) {
  const { t } = useTranslation('settings');
  const [lock, { running }] = useAct('session.lock');
  return (
    <Panel title={t('keys.opening')} padded>
      <p>{t(`keys.custody.${status.custody}`)}</p>
      {status.custody === 'passphrase' ? (
        <>
          <div className="settings-acts">
            <Button loading={running} onClick={() => void lock({})}>
              {t('keys.lock')}
            </Button>
          </div>
          <ChangePassphrase />
        </>
      ) : null}
    </Panel>
  );
}

function Identity({ office }: { readonly office: Office }) {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('keys.identity')} padded>
      <dl className="settings-facts">
        <div>
          <dt>{t('keys.fingerprint')}</dt>
          <dd>
            <span className="settings-mono">{office.fingerprint}</span>
            <p className="small faint">{t('keys.fingerprintWhy')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('keys.device')}</dt>
          <dd>
            <span className="settings-mono">{office.device}</span>
            <p className="small faint">{t('keys.deviceWhy')}</p>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
