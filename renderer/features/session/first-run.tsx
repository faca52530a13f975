import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { FailureText, type ShownFailure } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { DoorPage } from './door-page.tsx';
import { RestorePage } from './restore-page.tsx';
import type { MakeOffice } from './session-gate.tsx';
import { SetUpPage } from './set-up-page.tsx';

type Props = {
  readonly custody: 'passphrase' | 'keychain';
  readonly onMake: MakeOffice;
  readonly onLanguage: (language: 'zh-CN' | 'en') => void;
};

/** A machine without an office: set one up, look at the sample, or bring a backup back. */
export function FirstRun(props: Props) {
  const [door, setDoor] = useState<'none' | 'set-up' | 'restore'>('none');
  const back = (): void => {
    setDoor('none');
  };
  if (door === 'set-up') return <SetUpPage onMake={props.onMake} onBack={back} />;
  if (door === 'restore') return <RestorePage onBack={back} />;
  return <Doors onDoor={setDoor} onLanguage={props.onLanguage} />;
}

function Doors(props: {
  readonly onDoor: (door: 'set-up' | 'restore') => void;
  readonly onLanguage: Props['onLanguage'];
}) {
  const { t } = useTranslation('session');
  const [sample, { running }] = useAct('session.sample');
  const [failure, setFailure] = useState<ShownFailure>();
  const openSample = async (): Promise<void> => {
    const reply = await sample({});
    setFailure(reply.ok ? undefined : reply.failure);
  };
  return (
    <DoorPage
      wide
      title={t('doors.title')}
      text={t('doors.text')}
      side={<LanguageSwitch onLanguage={props.onLanguage} />}
    >
      <ul className="doors">
        <li>
          <button type="button" className="door-card first" onClick={() => props.onDoor('set-up')}>
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
          <button type="button" className="door-card" onClick={() => props.onDoor('restore')}>
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

/** Names the other language in that language, for whoever cannot read this one. */
function LanguageSwitch({ onLanguage }: { readonly onLanguage: Props['onLanguage'] }) {
  const { i18n } = useTranslation('session');
  const chinese = i18n.language.startsWith('zh');
  return (
    <button
      type="button"
      className="text-button door-language"
      lang={chinese ? 'en' : 'zh-CN'}
      onClick={() => {
        onLanguage(chinese ? 'en' : 'zh-CN');
      }}
    >
      {chinese ? 'English' : '中文'}
    </button>
  );
}
