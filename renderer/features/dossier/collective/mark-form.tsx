import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import { type CollectiveKind, collectiveKinds, leastWorkers, mayRepresent } from '#shared/domain/dossier/collective.ts';
import { ActShell } from '../acts/act-shell.tsx';
import type { ActProps } from '../acts/dossier-sheets.tsx';
import { draftKey } from '../page/use-act-address.ts';

type Mark = {
  readonly kind: CollectiveKind | 'none';
  readonly on: LocalDate | null;
  readonly decidedBy: string;
  readonly note: string;
};

/** What the form begins with: what the parties suggest, or that a marked file is none. */
function proposed({ collective, parties }: ActProps['view']): Mark['kind'] {
  if (collective !== null) return 'none';
  return mayRepresent(parties).length < leastWorkers ? 'contract' : 'workers';
}

/** Whether a file is a collective case is a person's decision. */
export function MarkCollectiveForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('collective');
  const { t: td } = useTranslation('dossier');
  const { t: tj } = useTranslation('joining');
  const announce = useAnnounce();
  const today = useToday();
  const [mark] = useAct('collective.mark');
  const [base, setBase] = useState(view.revision);
  const { caseNo, windowNo } = view.row;
  const form = useForm<Mark>({
    initial: { kind: proposed(view), on: today, decidedBy: '', note: '' },
    validate: ({ on, decidedBy }) => [
      ...(on === null ? [{ path: 'on', level: 'error' as const, text: td('issue.date') }] : []),
      ...(decidedBy.trim() === '' ? [{ path: 'decidedBy', level: 'error' as const, text: tj('issue.decidedBy') }] : []),
    ],
    drafts: useDraftStore(draftKey('collective.mark', id), `${t('mark.open')} ${caseNo ?? windowNo}`),
    submit: async ({ kind, on, decidedBy, note }) => {
      if (on === null) return undefined;
      const reply = await mark({ dossier: id, base, on, kind: kind === 'none' ? null : kind, decidedBy, note });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('mark.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
  const kinds = [...collectiveKinds, 'none'] as const;
  return (
    <ActShell
      form={form}
      label={t('mark.open')}
      submitText={t('mark.submit')}
      onLeave={onDone}
      basis={t('mark.effect')}
    >
      <RadioField<Mark['kind']>
        label={t('why')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        bound={part(form.root, 'kind')}
      />
      <DateField label={t('mark.on')} required today={today} bound={part(form.root, 'on')} />
      <TextField label={tj('field.decidedBy')} required max={60} bound={part(form.root, 'decidedBy')} />
      <ProseField label={t('mark.note')} rows={2} max={2000} bound={part(form.root, 'note')} />
    </ActShell>
  );
}
