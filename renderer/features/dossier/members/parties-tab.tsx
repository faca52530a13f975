import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { SearchField } from '#renderer/ui/fields/search-field.tsx';
import { useListPart } from '#renderer/ui/list/use-list-part.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Shown } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';
import { AgentsPanel } from './agents-panel.tsx';
import { PageTurner, usePaged } from './page-turner.tsx';
import { type Party, PartyRow } from './party-row.tsx';
import './members.css';

/** Parties shown at once; a file may have thousands. */
const atOnce = 100;
/** With more parties than these one is looked for by name. */
const few = 20;

function holds(party: Party, words: string): boolean {
  const { name, legalRep, address, uscc } = party;
  return [name, legalRep, address, uscc].some((text) => text.toLowerCase().includes(words.toLowerCase()));
}

/** The parties of a file, numbers masked; showing one in full asks for a reason, which is recorded. */
export function PartiesTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { t: tm } = useTranslation('members');
  const { open } = useActAddress();
  const [leaving, setLeaving] = useState<Party>();
  const may = view.may.includes('amend');
  const [{ words, first }, change] = useListPart(`parties:${id}`);
  // Words that no field shows must hide nobody.
  const sought = view.parties.length <= few ? '' : words;
  const found = sought === '' ? view.parties : view.parties.filter((party) => holds(party, sought));
  const { shown, turner } = usePaged(found, atOnce, { first, onFirst: (next) => change({ first: next }) });
  const actsOn = (party: Party) =>
    may ? { onAmend: () => open('party.amend', party.id), onRemove: () => setLeaving(party) } : {};
  return (
    <>
      <Panel title={t('tab.parties')} side={may ? <AddButtons open={open} /> : undefined}>
        {view.parties.length <= few ? null : (
          <div className="member-filter">
            <SearchField
              label={tm('find')}
              placeholder={tm('findHint')}
              text={words}
              onText={(text) => change({ words: text })}
            />
            {words === '' ? null : (
              <span role="status">{tm('found', { n: found.length, all: view.parties.length })}</span>
            )}
            <PageTurner label={tm('page.label')} {...turner} />
          </div>
        )}
        <table className="plain-table">
          <PartiesHead acts={may} />
          <tbody>
            {shown.map((party) => (
              <PartyRow key={party.id} id={id} party={party} {...actsOn(party)} />
            ))}
          </tbody>
        </table>
      </Panel>
      <AgentsPanel id={id} view={view} />
      <RemoveParty id={id} party={leaving} onClose={() => setLeaving(undefined)} />
    </>
  );
}

function AddButtons({ open }: { readonly open: (form: string) => void }) {
  const { t } = useTranslation('dossier');
  const { t: tm } = useTranslation('members');
  return (
    <span className="member-heads">
      <button type="button" className="plain-button compact" onClick={() => open('party.paste')}>
        {tm('paste.open')}
      </button>
      <button type="button" className="plain-button compact" onClick={() => open('party.add')}>
        {t('party.add')}
      </button>
    </span>
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
