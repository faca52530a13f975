import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** The two names whoever runs the server must know, and how the key is made: its secret half never leaves this machine. */
export function ServerKey({ server }: { readonly server: CallOutput<'server.get'> }) {
  const { t } = useTranslation('server');
  const [asking, setAsking] = useState(false);
  const [make] = useAct('server.makeKey');
  return (
    <Panel title={t('key.title')} padded>
      <p className="settings-why">{t('key.what')}</p>
      <dl className="settings-facts">
        <div>
          <dt>{t('key.office')}</dt>
          <dd className="settings-mono">{server.office}</dd>
        </div>
        <div>
          <dt>{t('key.public')}</dt>
          <dd className="settings-mono">{server.key?.publicKey ?? t('key.none')}</dd>
        </div>
      </dl>
      {server.mayChange ? (
        <div className="settings-acts">
          <Button
            onClick={() => {
              setAsking(true);
            }}
          >
            {t(server.key === null ? 'key.make' : 'key.renew')}
          </Button>
        </div>
      ) : null}
      <Confirm
        open={asking}
        title={t(server.key === null ? 'key.make' : 'key.renew')}
        act={t(server.key === null ? 'key.make' : 'key.renew')}
        onConfirm={async () => {
          const reply = await make({});
          return reply.ok ? undefined : reply.failure;
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t(server.key === null ? 'key.makeWhat' : 'key.renewWhat')}</p>
      </Confirm>
    </Panel>
  );
}
