import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { useToday } from '#renderer/app/api/use-today.ts';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { isDecidedInWriting, isDecision } from '#shared/domain/deadline/decided-in-writing.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';
import { draftKey } from '../page/use-act-address.ts';
import { ActShell } from './act-shell.tsx';
import { ClockBasis } from './clock-basis.tsx';
import { type ClockValue, emptyClock, groundsOf, useClockIssues } from './clock-value.ts';
import type { ActProps } from './dossier-sheets.tsx';
import { GroundField } from './ground-field.tsx';

type Type = CallInput<'clock.record'>['type'];

type Props = ActProps & {
  readonly rule: LimitRule;
  readonly of: string;
  readonly due: LocalDate | null;
  readonly type: Type;
};

/** The form of one clock event and what its submit does. */
function useClockForm({ id, view, rule, of, type, onDone }: Props, title: string) {
  const { t } = useTranslation('dossier');
  const announce = useAnnounce();
  const today = useToday();
  const [record] = useAct('clock.record');
  const { caseNo, windowNo } = view.row;
  return useForm<ClockValue>({
    initial: emptyClock(rule, type, today),
    validate: useClockIssues(rule, type),
    drafts: useDraftStore(
      draftKey('clock.record', id, rule.id, type, ...(of === '' ? [] : [of])),
      `${title} ${caseNo ?? windowNo}`,
    ),
    submit: async ({ on, ground, amount, ...said }) => {
      if (on === null) return undefined;
      const reply = await record({
        ...{ dossier: id, ruleId: rule.id, of, type, on, ground: ground ?? '' },
        ...said,
        ...(type === 'EXTEND' ? { amount: Number(amount) } : {}),
      });
      if (!reply.ok) return reply.failure;
      announce(t(reply.value.warnings.length === 0 ? 'clock.done' : 'clock.doneDayOff'));
      window.setTimeout(onDone);
      return undefined;
    },
  });
}

/** Day, ground, amount, who decided it and on which paper: what the strip will name. */
export function ClockFields(props: Props) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const today = useToday();
  const { rule, type, view, onDone } = props;
  const title = t(`clock.act.${type}`);
  const form = useClockForm(props, title);
  const written = isDecidedInWriting(type, form.root.value.ground ?? '');
  return (
    <ActShell
      form={form}
      label={title}
      submitText={t('clock.submit')}
      onLeave={onDone}
      basis={<ClockBasis side={view.row.side} type={type} ground={form.root.value.ground} />}
    >
      <p className="whole soft">
        {t('clock.about', { name: bilingual(rule.name), date: props.due ?? t('clock.noDue') })}
      </p>
      <DateField label={t('clock.on')} required today={today} bound={part(form.root, 'on')} />
      {groundsOf(rule, type).length === 0 ? null : (
        <GroundField rule={rule} type={type} bound={part(form.root, 'ground')} />
      )}
      {type === 'EXTEND' ? (
        <TextField
          label={t(`clock.amount.${rule.unit === 'working-day' ? 'working' : 'calendar'}`)}
          required
          max={3}
          bound={part(form.root, 'amount')}
        />
      ) : null}
      <TextField
        label={t('clock.decidedBy')}
        required={isDecision(type)}
        max={60}
        bound={part(form.root, 'decidedBy')}
      />
      <TextField
        label={t('clock.paper')}
        required={written}
        max={120}
        bound={part(form.root, 'paper')}
        hint={t('clock.paperHint')}
      />
      <ProseField label={t('clock.note')} rows={2} max={2000} bound={part(form.root, 'note')} />
    </ActShell>
  );
}
