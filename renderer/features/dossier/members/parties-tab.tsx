import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';
import { type Party, PartyRow } from './party-row.tsx';

/** The parties of a file, numbers masked; showing one in full asks for a reason, which is recorded. */
export function PartiesTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  const [remove] = useAct('party.remove');
  const [leaving, setLeaving] = useState<Party>();
  const may = view.may.includes('amend');
  return (
    <>
      <Panel
        title={t('tab.parties')}
        side={
          may ? (
            <button type="button" className="plain-button compact" onClick={() => open('party.add')}>
              {t('party.add')}
            </button>
          ) : undefined
        }
      >
        <table className="plain-table parties">
          <thead>
            <tr>
              <th scope="col">{t('party.role')}</th>
              <th scope="col">{t('party.name')}</th>
              <th scope="col">{t('party.number')}</th>
              <th scope="col">{t('party.phone')}</th>
              <th scope="col">{t('party.address')}</th>
              {may ? <th scope="col">{t('member.acts')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {view.parties.map((party) => (
              <PartyRow
                key={party.id}
                id={id}
                party={party}
                {...(may ? { onAmend: () => open('party.amend', party.id), onRemove: () => setLeaving(party) } : {})}
              />
            ))}
          </tbody>
        </table>
      </Panel>
      <Confirm
        open={leaving !== undefined}
        title={t('party.removeTitle')}
        act={t('member.remove')}
        onClose={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (leaving === undefined) return undefined;
          const reply = await remove({ dossier: id, party: leaving.id });
          return reply.ok ? undefined : reply.failure;
        }}
      >
        <p>{t('party.removeText', { name: leaving?.name ?? '' })}</p>
      </Confirm>
    </>
  );
}
