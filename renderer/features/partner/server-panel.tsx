import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** Whether the office's server leads to this partner, beside its folder. One tick, taken back by another. */
export function ServerPanel(props: {
  readonly office: OfficeId;
  readonly partner: CallOutput<'partner.list'>[number];
}) {
  const { t } = useTranslation('partner');
  const { office, partner } = props;
  const announce = useAnnounce();
  const [set, { running }] = useAct('partner.setServer');
  const [failure, setFailure] = useState<Failure>();
  const server = useAsk('server.get', {}).last;
  const change = async (on: boolean): Promise<void> => {
    const reply = await set({ office, on });
    setFailure(reply.ok ? undefined : reply.failure);
    if (reply.ok) announce(t(on ? 'server.nowOn' : 'server.nowOff'));
  };
  return (
    <Panel title={t('server.title')} padded>
      <Checkbox
        checked={partner.server}
        disabled={running}
        onChange={(event) => {
          void change(event.target.checked);
        }}
      >
        {t('server.on')}
      </Checkbox>
      <p className="soft small">{t('server.what', { office: partner.office })}</p>
      {partner.server && server?.addresses.length === 0 ? (
        <Notice tone="amber">
          {t('server.notSet')} <a href={addresses.settingsPart('server')}>{t('server.set')}</a>
        </Notice>
      ) : null}
      {failure === undefined ? null : (
        <Notice tone="amber" role="alert">
          <FailureText failure={failure} />
        </Notice>
      )}
    </Panel>
  );
}
