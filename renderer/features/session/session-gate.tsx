import { type ReactNode, useState } from 'react';
import { useAct } from '#renderer/app/api/use-act.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { FirstRun } from './first-run.tsx';
import { DoorLanguage } from './language-switch.tsx';
import { RecoveryKeyPage } from './recovery-key-page.tsx';
import { RefusedStart } from './refused-start.tsx';
import { UnlockPage } from './unlock-page.tsx';

/** Sets an office up; answers why not, or nothing when it is done. */
export type MakeOffice = (office: CallInput<'session.create'>) => Promise<Failure | undefined>;

/**
 * What stands before the product: first run, unlocking, a refusal, and once the recovery key. The pages behind it are
 * shown when the data is open and a new recovery key has been looked at.
 */
export function SessionGate(props: {
  readonly status: CallOutput<'session.status'>;
  /** The other language was chosen before there is an office that could remember it. */
  readonly onLanguage: (language: 'zh-CN' | 'en') => void;
  readonly children: ReactNode;
}) {
  const { status } = props;
  const [create] = useAct('session.create');
  const [making, setMaking] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string>();
  const make: MakeOffice = async (office) => {
    setMaking(true);
    const reply = await create(office);
    setMaking(false);
    if (!reply.ok) return reply.failure;
    setRecoveryKey(reply.value.recoveryKey);
    return undefined;
  };
  if (recoveryKey !== undefined) {
    return (
      <RecoveryKeyPage
        recoveryKey={recoveryKey}
        onDone={() => {
          setRecoveryKey(undefined);
        }}
      />
    );
  }
  // The announcement that the data is open may come before the answer with the recovery key.
  const door =
    making || status.state === 'empty' ? (
      <FirstRun setAside={status.setAside} onMake={make} />
    ) : status.state === 'locked' ? (
      <UnlockPage status={status} />
    ) : status.state === 'refused' ? (
      <RefusedStart status={status} />
    ) : undefined;
  return door === undefined ? props.children : <DoorLanguage value={props.onLanguage}>{door}</DoorLanguage>;
}
