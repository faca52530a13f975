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
import { type Turn, useOneOpen } from './one-open.ts';
import { RecoveryKeyForm } from './recovery-key-form.tsx';
import { RenewRecoveryKey } from './renew-recovery-key.tsx';
import { SealingKey } from './sealing-key.tsx';
import { SplitRecoveryKey } from './split-recovery-key.tsx';

type Status = CallOutput<'session.status'>;

/** 密钥与恢复: how the data are opened, whether the recovery key was written down, and who this office is to others. */
export function KeysPart() {
  const { t } = useTranslation('settings');
  const session = useAsk('session.status', {});
  return (
    <PageState value={session.last} failure={session.failure} onAgain={session.again}>
      {(status) => (
        <>
          {status.sample ? <Notice tone="violet">{t('keys.sample')}</Notice> : <Keys status={status} />}
          <WithOffice>{(office) => <Identity office={office} />}</WithOffice>
        </>
      )}
    </PageState>
  );
}

/** One of the forms is open at a time: each has a filled button of its own, and Ctrl+S is that button. */
function Keys({ status }: { readonly status: Status }) {
  // While the recovery key was never typed back it is asked for at once, afterwards only on demand.
  const turn = useOneOpen<'check' | 'split' | 'renew' | 'change' | 'rotate'>(
    status.recoveryKeyUnconfirmed ? 'check' : undefined,
  );
  return (
    <>
      <Recovery status={status} check={turn('check')} split={turn('split')} renew={turn('renew')} />
      <Opening status={status} change={turn('change')} />
      <SealingKey custody={status.custody} turn={turn('rotate')} />
    </>
  );
}

/** Whether the recovery key was written down. Typing it back changes nothing. */
function Recovery(props: {
  readonly status: Status;
  readonly check: Turn;
  readonly split: Turn;
  readonly renew: Turn;
}) {
  const { t } = useTranslation('settings');
  const { status, check } = props;
  const unconfirmed = status.recoveryKeyUnconfirmed;
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
      {check.open ? (
        <RecoveryKeyForm
          onRight={() => {
            check.close();
            setRight(true);
          }}
        />
      ) : (
        <div className="settings-acts">
          <Button
            onClick={() => {
              check.begin();
              setRight(false);
            }}
          >
            {t('keys.recheck')}
          </Button>
        </div>
      )}
      <SplitRecoveryKey turn={props.split} madeOn={status.recoverySharesMadeOn} today={status.today} />
      <RenewRecoveryKey custody={status.custody} today={status.today} turn={props.renew} onRenewed={check.begin} />
    </Panel>
  );
}

/** With the system's keychain there is nothing to lock here: only the recovery key could open the data again. */
function Opening({ status, change }: { readonly status: Status; readonly change: Turn }) {
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
          <ChangePassphrase turn={change} />
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
