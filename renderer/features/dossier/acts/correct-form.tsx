import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CheckField, RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { type FormIssue, useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { entryIdField } from '#shared/contract/fields.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import type { View } from '../page/dossier-page.tsx';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import type { ActProps } from './dossier-sheets.tsx';

type Step = View['life']['steps'][number];
type How = 'move' | 'strike';
type Correct = {
  readonly how: How;
  readonly on: LocalDate | null;
  readonly also: boolean;
  readonly reason: string;
};

/** Puts a wrong step right: another day, or struck; `about` is the id of the step. */
export function CorrectForm(props: ActProps) {
  const { t } = useTranslation('dossier');
  const [step] = useState(() => props.view.life.steps.find(({ id }) => id === props.about.join(':')));
  if (step === undefined) return <EmptyState title={t('step.gone')} text={t('step.goneText')} />;
  return <Correction {...props} step={step} />;
}

type Props = ActProps & { readonly step: Step };

/** The later steps that rest on one, as ids. */
function useResting({ id, step }: Props) {
  const known = entryIdField.safeParse(step.id);
  const asked = useAsk('dossier.restingOn', known.success ? { dossier: id, step: known.data } : undefined);
  return { step: known.success ? known.data : undefined, resting: asked.last ?? [] };
}

function useCorrectForm(props: Props, title: string, resting: readonly string[]) {
  const { id, view, onDone, step } = props;
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const [act] = useAct('dossier.correctStep');
  const [base, setBase] = useState(view.revision);
  const error = (path: string, when: boolean, text: string): readonly FormIssue[] =>
    when ? [{ path, level: 'error', text }] : [];
  return useForm<Correct>({
    initial: { how: 'move', on: parseLocalDate(step.on) ?? null, also: false, reason: '' },
    validate: ({ how, on, reason }) => [
      ...error('on', how === 'move' && on === null, t('issue.date')),
      ...error('reason', reason.trim() === '', t('issue.reason')),
    ],
    drafts: useDraftStore(draftKey('dossier.correct', id, step.id), title),
    submit: async ({ how, on, also, reason }) => {
      const known = entryIdField.safeParse(step.id);
      if (!known.success) return undefined;
      const later = entryIdField.array().parse(also ? resting : []);
      const reply = await act({
        ...{ dossier: id, base, step: known.data, reason, also: how === 'strike' ? later : [] },
        on: how === 'strike' ? null : on,
      });
      if (!reply.ok) {
        setBase(reply.failure.conflict?.revision ?? base);
        return reply.failure;
      }
      announce(t('step.corrected'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

function Correction(props: Props) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const { step, view, onDone } = props;
  const nameOf = (code: string): string => bilingual(stepOf(code)?.name ?? { zh: code, en: code });
  const { resting } = useResting(props);
  const title = t('step.correctOf', { name: nameOf(step.code), date: step.on });
  const form = useCorrectForm(props, title, resting);
  const { how } = form.root.value;
  const receipt = step.code.endsWith('.receive');
  const later = view.life.steps.filter(({ id }) => resting.includes(id)).map(({ code }) => nameOf(code));
  const choices = [
    { value: 'move' as const, label: t('step.move') },
    ...(receipt ? [] : [{ value: 'strike' as const, label: t('step.strike') }]),
  ];
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t('step.correctSubmit')}
      onLeave={onDone}
      basis={step.code.endsWith('.accept') ? t('step.numberVoid') : t('step.correctEffect')}
    >
      <RadioField<How> label={t('step.how')} choices={choices} bound={part(form.root, 'how')} />
      {how === 'move' ? (
        <DateField label={t('step.newOn')} required today={today} bound={part(form.root, 'on')} />
      ) : null}
      <ProseField label={t('step.reason')} required rows={2} max={2000} bound={part(form.root, 'reason')} />
      {how === 'strike' && later.length > 0 ? (
        <div className="whole">
          <Notice tone="amber">{t('step.resting', { names: later.join(t('step.and')) })}</Notice>
          <CheckField label={t('step.also')} bound={part(form.root, 'also')} />
        </div>
      ) : null}
    </ActShell>
  );
}
