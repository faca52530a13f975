import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Turn } from './one-open.ts';
import { PassphraseForm } from './passphrase-form.tsx';

type Sealing = CallOutput<'keys.sealing'>;
type Custody = CallOutput<'session.status'>['custody'];

/** 加密密钥: what partners seal to, who has not confirmed the card it stands in, and a new one in its place. */
export function SealingKey({ custody, turn }: { readonly custody: Custody; readonly turn: Turn }) {
  const { t } = useTranslation('settings');
  const keys = useAsk('keys.sealing', {});
  const [made, setMade] = useState(false);
  return (
    <Panel title={t('sealing.title')} padded>
      <p>{t('sealing.what')}</p>
      <PageState value={keys.last} failure={keys.failure} onAgain={keys.again}>
        {(sealing) => (
          <div className="settings-result">
            <State sealing={sealing} />
          </div>
        )}
      </PageState>
      {made && !turn.open ? (
        <Notice tone="green" role="status">
          {t('sealing.made')}
        </Notice>
      ) : null}
      {turn.open ? (
        <RotateForm
          custody={custody}
          onCancel={turn.close}
          onMade={() => {
            turn.close();
            setMade(true);
          }}
        />
      ) : (
        <div className="settings-acts">
          <Button
            onClick={() => {
              setMade(false);
              turn.begin();
            }}
          >
            {t('sealing.rotate')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function State({ sealing }: { readonly sealing: Sealing }) {
  const { t } = useTranslation('settings');
  const { madeOn, older, behind } = sealing;
  return (
    <>
      <dl className="settings-facts">
        <div>
          <dt>{t('sealing.madeOn')}</dt>
          <dd>{madeOn}</dd>
        </div>
        <div>
          <dt>{t('sealing.older')}</dt>
          <dd>{t('sealing.olderCount', { n: older })}</dd>
        </div>
      </dl>
      {older === 0 ? null : <Behind behind={behind} />}
    </>
  );
}

/** Who may still seal to an older key: the word of their latest receipt decides, not what was sent to them. */
function Behind({ behind }: { readonly behind: Sealing['behind'] }) {
  const { t } = useTranslation('settings');
  if (behind.length === 0) {
    return (
      <div className="settings-result">
        <p>{t('sealing.allKnow')}</p>
      </div>
    );
  }
  return (
    <div className="settings-result">
      <p>{t('sealing.behind')}</p>
      <ul aria-label={t('sealing.behindList')}>
        {behind.map(({ office, name, heard }) => (
          <li key={office}>
            {name} <span className="small soft">{t(heard ? 'sealing.olderCard' : 'sealing.unheard')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RotateForm(props: { readonly custody: Custody; readonly onCancel: () => void; readonly onMade: () => void }) {
  const { t } = useTranslation('settings');
  const [rotate] = useAct('keys.rotate');
  return (
    <PassphraseForm
      custody={props.custody}
      title={t('sealing.rotate')}
      what={t('sealing.rotateWhat')}
      submit={t('sealing.submit')}
      onCancel={props.onCancel}
      onSubmit={async (proof) => {
        const reply = await rotate(proof);
        if (!reply.ok) return reply.failure;
        props.onMade();
        return undefined;
      }}
    />
  );
}
