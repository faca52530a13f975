import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { type Form, useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { CallInput } from '#shared/contract/contract.ts';
import { refused } from '#shared/contract/failure.ts';
import { type PartyRole, rolesOfSide } from '#shared/domain/party/party.ts';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { useSettled } from '../receive/use-settled.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { type Block, type Pasted, taken } from './pasted.ts';
import { PastedRows } from './pasted-rows.tsx';

/** What is asked about a block; undefined while nothing is pasted. */
type Question = CallInput<'party.readBlock'> | undefined;

/** A pause between two keys, milliseconds. */
const pause = 250;

function usePasteForm({ id, view, onDone }: ActProps, read: { readonly current: Block | undefined }): Form<Pasted> {
  const { t } = useTranslation('members');
  const announce = useAnnounce();
  const [add] = useAct('party.addMany');
  const { side, caseNo, windowNo } = view.row;
  return useForm<Pasted>({
    initial: { text: '', role: side === 'arb' ? 'applicant' : 'worker', type: 'person', columns: null, decided: [] },
    validate: ({ text }) => (text.trim() === '' ? [{ path: 'text', level: 'error', text: t('paste.empty') }] : []),
    drafts: useDraftStore(draftKey('party.paste', id), `${t('paste.open')} ${caseNo ?? windowNo}`),
    submit: async (value) => {
      if (read.current === undefined) return refused('party.block-not-read');
      const parties = read.current.rows.filter((row) => taken(row, value)).map(({ party }) => party);
      if (parties.length === 0) return refused('party.none-chosen');
      const reply = await add({ dossier: id, parties });
      if (!reply.ok) return reply.failure;
      announce(t('paste.done', { n: reply.value.added }));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

/** Parties pasted from a spreadsheet: what each line becomes is shown, and nothing is stored before it is confirmed. */
export function PartyPasteForm(props: ActProps) {
  const { t } = useTranslation('members');
  const { id, view, onDone } = props;
  const read = useRef<Block | undefined>(undefined);
  const form = usePasteForm(props, read);
  const { text, role, type, columns } = form.root.value;
  const asked: Question =
    text.trim() === '' ? undefined : { dossier: id, text, role, type, columns: columns === null ? null : [...columns] };
  const settled = useSettled(JSON.stringify(asked ?? null), pause);
  const now = settled === JSON.stringify(asked ?? null);
  const { data, last, failure } = useAsk('party.readBlock', now ? asked : undefined);
  useEffect(() => {
    read.current = data;
  });
  const count = (data?.rows ?? []).filter((row) => taken(row, form.root.value)).length;
  return (
    <ActShell
      form={form}
      label={t('paste.open')}
      submitText={t('paste.submit', { n: count })}
      onLeave={onDone}
      basis={t('paste.effect')}
    >
      <PasteFields side={view.row.side} root={form.root} />
      <div className="whole">
        {asked === undefined ? null : <PastedRows block={data ?? last} failure={failure} root={form.root} />}
      </div>
    </ActShell>
  );
}

/** Those who are many; agents and witnesses come one by one. */
function pastedRoles(side: 'arb' | 'lsi'): readonly PartyRole[] {
  return rolesOfSide[side].filter((role) => !['representative', 'agent', 'witness'].includes(role));
}

function PasteFields({ side, root }: { readonly side: 'arb' | 'lsi'; readonly root: Bound<Pasted> }) {
  const { t } = useTranslation('members');
  const { t: td } = useTranslation('dossier');
  const names = useDossierNames();
  const text = part(root, 'text');
  return (
    <>
      <RadioField<PartyRole>
        label={td('party.role')}
        choices={pastedRoles(side).map((role) => ({ value: role, label: names.role(role) }))}
        bound={part(root, 'role')}
      />
      <RadioField
        label={td('party.type')}
        choices={[
          { value: 'person', label: td('party.types.person') },
          { value: 'unit', label: td('party.types.unit') },
        ]}
        bound={part(root, 'type')}
      />
      <div className="whole block-paste">
        <ProseField
          label={t('paste.text')}
          hint={t('paste.hint')}
          required
          rows={4}
          max={400_000}
          bound={{
            ...text,
            // Another text has other columns and other lines.
            set: (next) => root.set({ ...root.value, text: next, columns: null, decided: [] }),
          }}
        />
      </div>
    </>
  );
}
