import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ClashPanel, type FieldWords } from '#renderer/ui/form/clash-panel.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { type AmendForm, useAmendForm } from '#renderer/ui/form/use-amend-form.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { RefusedState } from '#renderer/ui/state/page-state.tsx';
import { notFound } from '#shared/contract/failure.ts';
import { type IdKind, idKinds, type Party, type PartyRole, partyRoles } from '#shared/domain/party/party.ts';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { PartyFields } from '../receive/party-fields.tsx';
import { usePartyIssues } from '../receive/receive-issues.ts';
import { asShown, emptyParty, withoutHidden } from '../receive/receive-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { FocusFirst } from './focus-first.tsx';

/** A known party as the form begins: its masked numbers are left empty, and empty means unchanged. */
function knownParty(view: ActProps['view'], id: string): Party | undefined {
  const party = view.parties.find((one) => one.id === id);
  if (party === undefined) return undefined;
  const { role, type, name, idKind, uscc, legalRep, address } = party;
  return { role, type, name, idKind, idNo: '', uscc, legalRep, phone: '', address };
}

/** Adds a party. */
export function PartyAddForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const [add] = useAct('party.add');
  const { side, caseNo, windowNo } = view.row;
  const issues = usePartyIssues(today);
  const form = useForm<Party>({
    initial: emptyParty(side === 'arb' ? 'third' : 'worker'),
    validate: (value) => issues(value, ''),
    drafts: useDraftStore(draftKey('party.add', id), `${t('party.add')} ${caseNo ?? windowNo}`),
    submit: async (value) => {
      const reply = await add({ dossier: id, ...asShown(value) });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={t('party.add')} submitText={t('amend.submit')} onLeave={onDone}>
      <FocusFirst />
      <PartyFields side={side} bound={form.root} />
    </FormShell>
  );
}

/** The words for a party's fields in the conflict state. */
function usePartyWords(unit: boolean): FieldWords {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  return {
    label: (field) => t(field === 'name' && unit ? 'party.unitName' : `party.${field}`),
    say: (field, value) => {
      const text = String(value ?? '');
      const role = partyRoles.find((known): known is PartyRole => field === 'role' && known === text);
      if (role !== undefined) return names.role(role);
      const kind = idKinds.find((known): known is IdKind => field === 'idKind' && known === text);
      if (kind !== undefined) return names.idKind(kind);
      return field === 'type' ? t(`party.types.${text}`) : text;
    },
  };
}

/** Changes what is known of a party. What another window changed meanwhile stays, or is chosen field by field. */
export function PartyAmendForm(props: ActProps) {
  const [party = ''] = props.about;
  // As it was when the form was opened: a party taken off meanwhile must not take the typing with it.
  const [known] = useState(() => knownParty(props.view, party));
  if (known === undefined) return <RefusedState failure={notFound('party')} />;
  return <Amend {...props} party={party} known={known} />;
}

function Amend({ id, view, onDone, party, known }: ActProps & { readonly party: string; readonly known: Party }) {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const [act] = useAct('party.amend');
  const { side, caseNo, windowNo } = view.row;
  const issues = usePartyIssues(today);
  const key = draftKey('party.amend', id, party);
  const amend: AmendForm<Party> = useAmendForm<Party>({
    initial: knownParty(view, party) ?? known,
    base: view.revision,
    validate: (value) => issues(value, ''),
    drafts: useDraftStore(key, `${t('party.amend')} ${caseNo ?? windowNo}`),
    taken: (field, stored) => (field === 'idNo' || field === 'phone' ? '' : stored),
    submit: async (changes, base) => {
      const reply = await act({ dossier: id, party, base, ...withoutHidden(changes, amend.form.now().typed.type) });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  const words = usePartyWords(amend.bound.value.type === 'unit');
  return (
    <FormShell form={amend.form} label={t('party.amend')} submitText={t('amend.submit')} onLeave={onDone}>
      <FocusFirst />
      <ClashPanel amend={amend} words={words} />
      <PartyFields side={side} bound={amend.bound} keepHint={t('party.keepHint')} />
    </FormShell>
  );
}
