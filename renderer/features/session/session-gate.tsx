import { type ReactNode, useState } from 'react';
import { useAct } from '#renderer/app/api/use-act.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { DamagedFilesPage } from './damaged-files-page.tsx';
import { FirstRun } from './first-run.tsx';
import { DoorLanguage } from './language-switch.tsx';
import { RecoveryKeyPage } from './recovery-key-page.tsx';
import { RefusedStart } from './refused-start.tsx';
import { UnlockPage } from './unlock-page.tsx';

/** Sets an office up; answers why not, or nothing when it is done. */
export type MakeOffice = (office: CallInput<'session.create'>) => Promise<Failure | undefined>;

/** Brings a backup back; answers why not, or nothing when it is done. */
export type Restore = (from: CallInput<'backup.restore'>) => Promise<Failure | undefined>;

type Damaged = CallOutput<'backup.restore'>['damaged'];

/** Once an office is open its language is a setting of it; until that is written the screen speaks it already. */
function useOfficeLanguage(onLanguage: (language: 'zh-CN' | 'en') => void): (language: 'zh-CN' | 'en') => void {
  const [set] = useAct('office.setSettings');
  return (language) => {
    onLanguage(language);
    void set({ language });
  };
}

/**
 * What stands before the product: first run, unlocking, a refusal, and once the recovery key or what a backup lacked. The
 * pages behind it are shown when the data is open and that has been looked at.
 */
export function SessionGate(props: {
  readonly status: CallOutput<'session.status'>;
  /** The other language was chosen before there is an office that could remember it. */
  readonly onLanguage: (language: 'zh-CN' | 'en') => void;
  readonly children: ReactNode;
}) {
  const { status } = props;
  const [create] = useAct('session.create');
  const [bring] = useAct('backup.restore');
  const speak = useOfficeLanguage(props.onLanguage);
  const [making, setMaking] = useState(false);
  const [damaged, setDamaged] = useState<Damaged>([]);
  const [recoveryKey, setRecoveryKey] = useState<string>();
  const make: MakeOffice = async (office) => {
    setMaking(true);
    const reply = await create(office);
    setMaking(false);
    if (!reply.ok) return reply.failure;
    setRecoveryKey(reply.value.recoveryKey);
    return undefined;
  };
  const restore: Restore = async (from) => {
    setMaking(true);
    const reply = await bring(from);
    setMaking(false);
    if (!reply.ok) return reply.failure;
    setDamaged(reply.value.damaged);
    return undefined;
  };
  if (recoveryKey !== undefined || damaged.length > 0) {
    return (
      <DoorLanguage value={speak}>
        {recoveryKey === undefined ? (
          <DamagedFilesPage files={damaged} onDone={() => setDamaged([])} />
        ) : (
          <RecoveryKeyPage recoveryKey={recoveryKey} onDone={() => setRecoveryKey(undefined)} />
        )}
      </DoorLanguage>
    );
  }
  // The announcement that the data is open may come before the answer with the recovery key or the damaged files.
  const door =
    making || status.state === 'empty' ? (
      <FirstRun setAside={status.setAside} onMake={make} onRestore={restore} />
    ) : status.state === 'locked' ? (
      <UnlockPage status={status} />
    ) : status.state === 'refused' ? (
      <RefusedStart status={status} />
    ) : undefined;
  return door === undefined ? props.children : <DoorLanguage value={props.onLanguage}>{door}</DoorLanguage>;
}
