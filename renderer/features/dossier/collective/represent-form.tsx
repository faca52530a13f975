import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { mayRepresent, representatives } from '#shared/domain/dossier/collective.ts';
import { ActShell } from '../acts/act-shell.tsx';
import type { ActProps } from '../acts/dossier-sheets.tsx';
import { draftKey } from '../page/use-act-address.ts';

type Elected = {
  readonly on: LocalDate | null;
  readonly paper: string;
  readonly chosen: readonly (string | null)[];
};

/** One place more than the law gives, so that what really happened can be recorded. */
const places = representatives.most + 1;

function useRepresentForm({ id, view, onDone }: ActProps, able: readonly string[]) {
  const { t } = useTranslation('collective');
  const { t: td } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [represent] = useAct('collective.represent');
  const [base, setBase] = useState(view.revision);
  const { caseNo, windowNo } = view.row;
  const known = view.collective?.representatives.filter((one) => able.includes(one)) ?? [];
  return useForm<Elected>({
    initial: { on: today, paper: '', chosen: Array.from({ length: places }, (_, at) => known[at] ?? null) },
    validate: ({ on }) => (on === null ? [{ path: 'on', level: 'error', text: td('issue.date') }] : []),
    drafts: useDraftStore(draftKey('collective.represent', id), `${t('represent.open')} ${caseNo ?? windowNo}`),
    submit: async ({ on, paper, chosen }) => {
      if (on === null) return undefined;
      const ids = chosen.flatMap((one) => one ?? []);
      const reply = await represent({ dossier: id, base, on, paper, representatives: ids });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('represent.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

/** Whom the workers elected, with the paper they signed. */
export function RepresentForm(props: ActProps) {
  const { t } = useTranslation('collective');
  const { t: tj } = useTranslation('joining');
  const today = useToday();
  const { view, onDone } = props;
  const able = mayRepresent(view.parties);
  const form = useRepresentForm(props, able);
  const choices = view.parties
    .filter(({ id }) => able.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const chosen = part(form.root, 'chosen');
  return (
    <ActShell
      form={form}
      label={t('represent.open')}
      submitText={t('represent.submit')}
      onLeave={onDone}
      basis={t('represent.effect', representatives)}
    >
      {chosen.value.map((value, at) => (
        <SelectField<string>
          // Places have no name but their number.
          key={t('represent.nth', { n: at + 1 })}
          clearable
          label={t('represent.nth', { n: at + 1 })}
          choices={choices}
          bound={{ path: `chosen.${at}`, value, set: (next) => chosen.set(chosen.value.with(at, next)) }}
        />
      ))}
      <DateField label={t('represent.on')} required today={today} bound={part(form.root, 'on')} />
      <TextField label={tj('field.paper')} max={120} bound={part(form.root, 'paper')} />
    </ActShell>
  );
}
