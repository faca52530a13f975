import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { draftKey } from '../page/use-act-address.ts';
import { PartyFields } from '../receive/party-fields.tsx';
import { usePartyIssues } from '../receive/receive-issues.ts';
import { emptyParty } from '../receive/receive-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { FocusFirst } from './focus-first.tsx';

/** A known party as the form begins: its masked numbers are left empty, and empty means unchanged. */
function knownParty(view: ActProps['view'], id: string | undefined): Party | undefined {
  const party = view.parties.find((one) => one.id === id);
  if (party === undefined) return undefined;
  const { role, type, name, idKind, uscc, legalRep, address } = party;
  return { role, type, name, idKind, idNo: '', uscc, legalRep, phone: '', address };
}

/** Adds a party, or changes what is known of one. */
export function PartyForm({ id, view, about, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const today = useToday();
  const [add] = useAct('party.add');
  const [amend] = useAct('party.amend');
  const [party] = about;
  const { side, caseNo, windowNo } = view.row;
  const title = t(party === undefined ? 'party.add' : 'party.amend');
  const issues = usePartyIssues(today);
  const key = draftKey(party === undefined ? 'party.add' : 'party.amend', id, ...about);
  const form = useForm<Party>({
    initial: knownParty(view, party) ?? emptyParty(side === 'arb' ? 'third' : 'worker'),
    validate: (value) => issues(value, ''),
    drafts: useDraftStore(key, `${title} ${caseNo ?? windowNo}`),
    submit: async ({ idNo, phone, ...value }) => {
      const numbers = { ...(idNo === '' ? {} : { idNo }), ...(phone === '' ? {} : { phone }) };
      const said = { dossier: id, ...value, ...numbers };
      const reply = await (party === undefined ? add(said) : amend({ ...said, party }));
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <FormShell form={form} label={title} submitText={t('amend.submit')} onLeave={onDone}>
      <FocusFirst />
      <PartyFields side={side} bound={form.root} {...(party === undefined ? {} : { keepHint: t('party.keepHint') })} />
    </FormShell>
  );
}
