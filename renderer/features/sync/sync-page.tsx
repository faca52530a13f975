import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { CarriedPanel } from './carried-panel.tsx';
import { CourierPanel } from './courier-panel.tsx';
import { type CourierDone, CourierSheet, type CourierTask } from './courier-sheet.tsx';
import { PartnerQueues } from './partner-queues.tsx';
import { QuarantinePanel } from './quarantine-panel.tsx';
import { TransfersPanel } from './transfers-panel.tsx';
import { WaysPanel } from './ways-panel.tsx';
import './sync.css';

/** 收发: what waits for whom, by wire or by medium, and what was set aside. */
export function SyncPage() {
  const sync = useAsk('sync.status', {});
  return (
    <PageState value={sync.last} failure={sync.failure} onAgain={sync.again}>
      {(status) => <Shown status={status} />}
    </PageState>
  );
}

function Shown({ status }: { readonly status: CallOutput<'sync.status'> }) {
  const { t } = useTranslation('sync');
  const [task, setTask] = useState<CourierTask>();
  const [done, setDone] = useState<CourierDone>();
  const none = status.partners.length === 0;
  return (
    <>
      <SyncHead none={none} onTask={setTask} />
      {status.requestsReadOnly ? (
        <Notice tone="amber">
          <span>{t('readOnly')}</span> <a href={addresses.recovery}>{t('recovery')}</a>
        </Notice>
      ) : null}
      {none ? (
        <NoPartners />
      ) : (
        <PartnerQueues
          status={status}
          onExport={(office: OfficeId, name: string) => {
            setTask({ kind: 'export', office, name });
          }}
        />
      )}
      {none ? null : <TransfersPanel />}
      <div className="sync-columns">
        <div>
          <WaysPanel ways={status.ways} />
          <CourierPanel done={done} />
        </div>
        <QuarantinePanel status={status} />
      </div>
      {none ? null : <CarriedPanel />}
      {task === undefined ? null : (
        <CourierSheet
          task={task}
          onDone={(result) => {
            setDone(result);
            setTask(undefined);
          }}
          onClose={() => {
            setTask(undefined);
          }}
        />
      )}
    </>
  );
}

function SyncHead(props: { readonly none: boolean; readonly onTask: (task: CourierTask) => void }) {
  const { t } = useTranslation('sync');
  const [away, setAway] = useState<readonly string[]>([]);
  return (
    <>
      <PageHead
        title={t('title')}
        under={<span>{t('under')}</span>}
        acts={
          <>
            <a href={addresses.recovery}>{t('recovery')}</a>
            <ExchangeNow disabled={props.none} onAway={setAway} />
            <Button
              onClick={() => {
                props.onTask({ kind: 'import' });
              }}
            >
              {t('import.name')}
            </Button>
            <Button
              disabled={props.none}
              onClick={() => {
                props.onTask({ kind: 'export' });
              }}
            >
              {t('export.name')}
            </Button>
          </>
        }
      />
      {away.length === 0 ? null : (
        <Notice tone="amber" role="status">
          {t('now.away', { names: away.join(t('now.and')) })}
        </Notice>
      )}
    </>
  );
}

function NoPartners() {
  const { t } = useTranslation('sync');
  return (
    <section className="panel">
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        action={<a href={addresses.partners}>{t('empty.add')}</a>}
      />
    </section>
  );
}

/** One round now. `onAway` is told who no way led to; nobody when it begins. */
function ExchangeNow(props: { readonly disabled: boolean; readonly onAway: (names: readonly string[]) => void }) {
  const { t } = useTranslation('sync');
  const announce = useAnnounce();
  const [exchange, { running }] = useAct('sync.now');
  const [failure, setFailure] = useState<Failure>();
  const run = async (): Promise<void> => {
    props.onAway([]);
    const reply = await exchange({});
    setFailure(reply.ok ? undefined : reply.failure);
    if (!reply.ok) return;
    props.onAway(reply.value.outOfReach);
    if (reply.value.outOfReach.length === 0) announce(t(reply.value.reached === 0 ? 'now.byMedium' : 'now.done'));
  };
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
      <Button
        type="primary"
        loading={running}
        disabled={props.disabled}
        onClick={() => {
          void run();
        }}
      >
        {t('now.name')}
      </Button>
    </>
  );
}
