import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { FailureText, type ShownFailure } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { DoorPage } from './door-page.tsx';
import { RestorePage } from './restore-page.tsx';
import type { MakeOffice, Restore } from './session-gate.tsx';
import { SetUpPage } from './set-up-page.tsx';

type Props = {
  /** Where damaged data of this machine was put aside. */
  readonly setAside: string | undefined;
  readonly onMake: MakeOffice;
  readonly onRestore: Restore;
};

/** A machine without an office: set one up, look at the sample, or bring a backup back. */
export function FirstRun(props: Props) {
  const [door, setDoor] = useState<'none' | 'set-up' | 'restore'>('none');
  const back = (): void => {
    setDoor('none');
  };
  if (door === 'set-up') return <SetUpPage onMake={props.onMake} onBack={back} />;
  if (door === 'restore') return <RestorePage onRestore={props.onRestore} onBack={back} />;
  return <Doors onDoor={setDoor} setAside={props.setAside} />;
}

/** The door most people want now is drawn stronger. */
function door(first: boolean): string {
  return first ? 'door-card first' : 'door-card';
}

function Doors(props: {
  readonly onDoor: (door: 'set-up' | 'restore') => void;
  readonly setAside: string | undefined;
}) {
  const { t } = useTranslation('session');
  const [sample, { running }] = useAct('session.sample');
  const [failure, setFailure] = useState<ShownFailure>();
  const openSample = async (): Promise<void> => {
    const reply = await sample({});
    setFailure(reply.ok ? undefined : reply.failure);
  };
  return (
    <DoorPage wide title={t('doors.title')} text={t('doors.text')}>
      {props.setAside === undefined ? null : (
        <Notice tone="red" role="alert">
          {t('doors.setAside', { path: props.setAside })}
        </Notice>
      )}
      <ul className="doors">
        <li>
          <button type="button" className={door(props.setAside === undefined)} onClick={() => props.onDoor('set-up')}>
            <span className="door-card-name">{t('doors.setUp')}</span>
            <span className="soft">{t('doors.setUpText')}</span>
          </button>
        </li>
        <li>
          <button type="button" className="door-card" disabled={running} onClick={() => void openSample()}>
            <span className="door-card-name">{t(running ? 'doors.sampleRunning' : 'doors.sample')}</span>
            <span className="soft">{t('doors.sampleText')}</span>
          </button>
        </li>
        <li>
          <button type="button" className={door(props.setAside !== undefined)} onClick={() => props.onDoor('restore')}>
            <span className="door-card-name">{t('doors.restore')}</span>
            <span className="soft">{t('doors.restoreText')}</span>
          </button>
        </li>
      </ul>
      {failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
      <p className="small soft">{t('doors.local')}</p>
    </DoorPage>
  );
}
