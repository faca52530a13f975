import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import type { UserId } from '#shared/base/ids.ts';
import { userIdField } from '#shared/contract/fields.ts';
import { draftKey } from '../page/use-act-address.ts';
import { CauseField } from '../receive/cause-field.tsx';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';
import { HandlerField } from './handler-field.tsx';

type Amend = { readonly cause: string; readonly summary: string; readonly handler: UserId | null };

/** What the person changed. A field left alone is not sent: another window may have changed it meanwhile. */
function changesOf(began: Amend, now: Amend): Partial<Amend> {
  return {
    ...(now.cause === began.cause ? {} : { cause: now.cause }),
    ...(now.summary === began.summary ? {} : { summary: now.summary }),
    ...(now.handler === began.handler ? {} : { handler: now.handler }),
  };
}

/** Changes the descriptive fields; what they said before stays in the history. */
export function AmendForm({ id, view, onDone }: ActProps) {
  const { t } = useTranslation('dossier');
  const [amend] = useAct('dossier.amend');
  const { side, cause, caseNo, windowNo } = view.row;
  const handler = userIdField.safeParse(view.handlerId);
  const [began] = useState<Amend>({ cause, summary: view.summary, handler: handler.success ? handler.data : null });
  const form = useForm<Amend>({
    initial: began,
    validate: () => [],
    drafts: useDraftStore(draftKey('dossier.amend', id), `${t('amend.open')} ${caseNo ?? windowNo}`),
    submit: async (value) => {
      const reply = await amend({ dossier: id, ...changesOf(began, value) });
      if (!reply.ok) return reply.failure;
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <ActShell
      form={form}
      label={t('amend.open')}
      submitText={t('amend.submit')}
      onLeave={onDone}
      basis={t('amend.kept')}
    >
      <CauseField side={side} bound={part(form.root, 'cause')} />
      <HandlerField bound={part(form.root, 'handler')} />
      <ProseField label={t('receive.summary')} rows={4} bound={part(form.root, 'summary')} />
    </ActShell>
  );
}
