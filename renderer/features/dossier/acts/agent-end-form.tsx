import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';

type Value = { readonly on: LocalDate | null; readonly reason: string };

/** A mandate ended: withdrawn or given up; `about` names the agent. */
export function AgentEndForm({ id, view, about, onDone }: ActProps) {
  const { t } = useTranslation('agent');
  const today = useToday();
  const [act] = useAct('agent.end');
  const [party = ''] = about;
  const form = useForm<Value>({
    initial: { on: today, reason: '' },
    validate: ({ on }) => (on === null ? [{ path: 'on', level: 'error', text: t('noDay') }] : []),
    drafts: useDraftStore(draftKey('agent.end', id, party), `${t('endOpen')} ${view.row.caseNo ?? view.row.windowNo}`),
    submit: async ({ on, reason }) => {
      if (on === null) return undefined;
      const reply = await act({ dossier: id, party, on, reason });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <ActShell form={form} label={t('endOpen')} submitText={t('endSave')} onLeave={onDone} basis={t('endEffect')}>
      <DateField label={t('endDay')} required today={today} bound={part(form.root, 'on')} />
      <ProseField label={t('endReason')} max={1000} rows={2} bound={part(form.root, 'reason')} />
    </ActShell>
  );
}
