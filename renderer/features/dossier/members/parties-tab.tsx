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
  const [leaving, setLeaving] = useState<Party>();
  const may = view.may.includes('amend');
  const actsOn = (party: Party) =>
    may ? { onAmend: () => open('party.amend', party.id), onRemove: () => setLeaving(party) } : {};
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
        <table className="plain-table">
          <PartiesHead acts={may} />
          <tbody>
            {view.parties.map((party) => (
              <PartyRow key={party.id} id={id} party={party} {...actsOn(party)} />
            ))}
          </tbody>
        </table>
      </Panel>
      <RemoveParty id={id} party={leaving} onClose={() => setLeaving(undefined)} />
    </>
  );
}

function PartiesHead({ acts }: { readonly acts: boolean }) {
  const { t } = useTranslation('dossier');
  return (
    <thead>
      <tr>
        <th scope="col">{t('party.role')}</th>
        <th scope="col">{t('party.name')}</th>
        <th scope="col">{t('party.number')}</th>
        <th scope="col">{t('party.phone')}</th>
        <th scope="col">{t('party.address')}</th>
        {acts ? <th scope="col">{t('member.acts')}</th> : null}
      </tr>
    </thead>
  );
}

function RemoveParty(props: Pick<Shown, 'id'> & { readonly party: Party | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('dossier');
  const [remove] = useAct('party.remove');
  const { id, party } = props;
  return (
    <Confirm
      open={party !== undefined}
      title={t('party.removeTitle')}
      act={t('member.remove')}
      onClose={props.onClose}
      onConfirm={async () => {
        if (party === undefined) return undefined;
        const reply = await remove({ dossier: id, party: party.id });
        return reply.ok ? undefined : reply.failure;
      }}
    >
      <p>{t('party.removeText', { name: party?.name ?? '' })}</p>
    </Confirm>
  );
}
