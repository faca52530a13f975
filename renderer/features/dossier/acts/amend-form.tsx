import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { ClashPanel, type FieldWords } from '#renderer/ui/form/clash-panel.tsx';
import { useAmendForm } from '#renderer/ui/form/use-amend-form.ts';
import type { UserId } from '#shared/base/ids.ts';
import { userIdField } from '#shared/contract/fields.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { useDossierNames } from '../names.ts';
import { draftKey } from '../page/use-act-address.ts';
import { CauseField } from '../receive/cause-field.tsx';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { HandlerField } from './handler-field.tsx';

type Details = { readonly cause: string; readonly summary: string; readonly handler: UserId | null };

/** The words for the descriptive fields in the conflict state. */
function useDetailWords(side: DossierSide): FieldWords {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const people = useAsk('office.get', {}).last?.people ?? [];
  return {
    label: (field) => t(field === 'cause' ? `receive.cause.${side}` : `receive.${field}`),
    say: (field, value) => {
      const text = String(value ?? '');
      if (field === 'handler') return people.find((person) => person.id === text)?.name ?? '';
      return field === 'cause' ? names.cause(text) : text;
    },
  };
}

/** Changes the descriptive fields; what they said before stays in the history. */
export function AmendForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const [act] = useAct('dossier.amend');
  const { side, cause, caseNo, windowNo } = view.row;
  const handler = userIdField.safeParse(view.handlerId);
  const words = useDetailWords(side);
  const amend = useAmendForm<Details>({
    initial: { cause, summary: view.summary, handler: handler.success ? handler.data : null },
    base: view.revision,
    validate: () => [],
    drafts: useDraftStore(draftKey('dossier.amend', id), `${t('amend.open')} ${caseNo ?? windowNo}`),
    submit: async (changes, base) => {
      const reply = await act({ dossier: id, base, ...changes });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <ActShell
      form={amend.form}
      label={t('amend.open')}
      submitText={t('amend.submit')}
      onLeave={onDone}
      basis={t('amend.kept')}
      above={<ClashPanel amend={amend} words={words} />}
    >
      <CauseField side={side} bound={part(amend.bound, 'cause')} />
      <HandlerField bound={part(amend.bound, 'handler')} />
      <ProseField label={t('receive.summary')} rows={4} bound={part(amend.bound, 'summary')} />
    </ActShell>
  );
}
