import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import type { LocalDate } from '#shared/base/local-date.ts';

/** A decision to hear files together or apart while it is typed. */
export type TypedDecision = {
  readonly on: LocalDate | null;
  readonly ground: string;
  readonly decidedBy: string;
  readonly paper: string;
};

/** A decision nobody has typed yet. */
export const bareDecision = { ground: '', decidedBy: '', paper: '' } as const;

/** What is wanting in a decision: its day, why, and who decided. */
export function useDecisionIssues(): (typed: TypedDecision) => readonly FormIssue[] {
  const { t } = useTranslation('joining');
  const { t: td } = useTranslation('dossier');
  return ({ on, ground, decidedBy }) => [
    ...(on === null ? [{ path: 'on', level: 'error' as const, text: td('issue.date') }] : []),
    ...(ground.trim() === '' ? [{ path: 'ground', level: 'error' as const, text: t('issue.ground') }] : []),
    ...(decidedBy.trim() === '' ? [{ path: 'decidedBy', level: 'error' as const, text: t('issue.decidedBy') }] : []),
  ];
}

/** Day, ground, decider and paper of a decision. */
export function DecisionFields({ root, day }: { readonly root: Bound<TypedDecision>; readonly day: string }) {
  const { t } = useTranslation('joining');
  const today = useToday();
  return (
    <>
      <DateField label={day} required today={today} bound={part(root, 'on')} />
      <TextField label={t('field.decidedBy')} required max={60} bound={part(root, 'decidedBy')} />
      <TextField label={t('field.paper')} max={120} bound={part(root, 'paper')} />
      <ProseField label={t('field.ground')} required rows={2} max={2000} bound={part(root, 'ground')} />
    </>
  );
}
