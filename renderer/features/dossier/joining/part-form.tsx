import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { RefusedState } from '#renderer/ui/state/page-state.tsx';
import { notFound } from '#shared/contract/failure.ts';
import { entryIdField } from '#shared/contract/fields.ts';
import { ActShell } from '../acts/act-shell.tsx';
import type { ActProps } from '../acts/dossier-sheets.tsx';
import type { View } from '../page/dossier-page.tsx';
import { draftKey } from '../page/use-act-address.ts';
import { bareDecision, DecisionFields, type TypedDecision, useDecisionIssues } from './decision-fields.tsx';

type Joining = View['joinings'][number];

/** 分案: files heard together are heard apart again; `about` is the joining. */
export function PartForm(props: ActProps) {
  const [joining] = useState(() => props.view.joinings.find(({ id }) => id === props.about.join(':')));
  return joining === undefined ? <RefusedState failure={notFound('joining')} /> : <Part {...props} joining={joining} />;
}

function Part({ id, onDone, joining }: ActProps & { readonly joining: Joining }) {
  const { t } = useTranslation('joining');
  const announce = useAnnounce();
  const today = useToday();
  const issues = useDecisionIssues();
  const [act] = useAct('dossier.part');
  const form = useForm<TypedDecision>({
    initial: { on: today, ...bareDecision },
    validate: issues,
    drafts: useDraftStore(draftKey('dossier.part', id, joining.id), `${t('part.open')} ${joining.number}`),
    submit: async ({ on, ...said }) => {
      const known = entryIdField.safeParse(joining.id);
      if (!known.success || on === null) return undefined;
      const reply = await act({ dossier: id, joining: known.data, on, ...said });
      if (!reply.ok) return reply.failure;
      announce(t('part.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <ActShell
      form={form}
      label={t('part.of', { number: joining.number })}
      submitText={t('part.submit')}
      onLeave={onDone}
      basis={t('part.effect')}
    >
      <DecisionFields root={form.root} day={t('part.on')} />
    </ActShell>
  );
}

/** Strikes a joining recorded wrongly, or takes its parting back; `about` says which, then the joining. */
export function StrikeJoiningForm(props: ActProps) {
  const [what = '', ...of] = props.about;
  const [joining] = useState(() => props.view.joinings.find(({ id }) => id === of.join(':')));
  if (joining === undefined) return <RefusedState failure={notFound('joining')} />;
  return <Strike {...props} joining={joining} what={what === 'parting' ? 'parting' : 'joining'} />;
}

type StrikeProps = ActProps & { readonly joining: Joining; readonly what: 'joining' | 'parting' };

function Strike({ id, onDone, joining, what }: StrikeProps) {
  const { t } = useTranslation('joining');
  const { t: td } = useTranslation('dossier');
  const announce = useAnnounce();
  const [act] = useAct('dossier.strikeJoining');
  const title = t(`strike.${what}`, { number: joining.number });
  const form = useForm<{ readonly reason: string }>({
    initial: { reason: '' },
    validate: ({ reason }) =>
      reason.trim() === '' ? [{ path: 'reason', level: 'error', text: td('issue.reason') }] : [],
    drafts: useDraftStore(draftKey('dossier.strikeJoining', id, what, joining.id), title),
    submit: async ({ reason }) => {
      const known = entryIdField.safeParse(joining.id);
      if (!known.success) return undefined;
      const reply = await act({ dossier: id, joining: known.data, what, reason });
      if (!reply.ok) return reply.failure;
      announce(t('strike.done'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t('strike.submit')}
      onLeave={onDone}
      basis={t(`strike.effect.${what}`)}
    >
      <ProseField label={td('step.reason')} required rows={2} max={2000} bound={part(form.root, 'reason')} />
    </ActShell>
  );
}
