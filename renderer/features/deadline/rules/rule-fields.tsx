import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { CheckField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { elapsedForms } from '#shared/domain/deadline/office-moves.ts';
import type { LimitRoll, LimitUnit } from '#shared/domain/deadline/rule.ts';
import { GroundFields } from './ground-fields.tsx';
import type { RuleValue } from './rule-value.ts';

const units: readonly LimitUnit[] = ['working-day', 'calendar-day', 'working-hour', 'hour', 'month', 'year'];
const rolls: readonly LimitRoll[] = ['none', 'legal', 'raw-and-legal'];

/** From when until when, how long, on what basis and why; `mayEnd` also whether the limit is there at all. */
export function RuleFields(props: { readonly root: Bound<RuleValue>; readonly mayEnd: boolean }) {
  const { t } = useTranslation('law');
  const today = useToday();
  const { root, mayEnd } = props;
  const { off } = root.value;
  return (
    <>
      <DateField label={t('rule.from')} required hint={t('rule.fromHint')} today={today} bound={part(root, 'from')} />
      <DateField label={t('rule.until')} hint={t('rule.untilHint')} today={today} bound={part(root, 'until')} />
      {mayEnd ? (
        <div className="law-check">
          <CheckField label={t('rule.off')} bound={part(root, 'off')} />
        </div>
      ) : null}
      {off ? null : <LengthFields root={root} />}
      <ProseField label={t('fact.reason')} required max={500} rows={2} bound={part(root, 'reason')} />
    </>
  );
}

function LengthFields({ root }: { readonly root: Bound<RuleValue> }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  return (
    <>
      <TextField label={t('rule.amount')} required max={4} bound={part(root, 'amount')} />
      <SelectField
        label={t('rule.unit')}
        required
        choices={units.map((unit) => ({ value: unit, label: t(`rule.units.${unit}`) }))}
        bound={part(root, 'unit')}
      />
      <SelectField
        label={tDeadline('rules.roll')}
        required
        choices={rolls.map((roll) => ({ value: roll, label: tDeadline(`rules.rolls.${roll}`) }))}
        bound={part(root, 'roll')}
      />
      <SelectField
        label={tDeadline('rules.elapsed')}
        required
        choices={elapsedForms.map((form) => ({ value: form, label: tDeadline(`rules.elapsedWhen.${form}`) }))}
        bound={part(root, 'elapsed')}
      />
      <TextField label={t('rule.basis')} required max={200} hint={t('rule.basisHint')} bound={part(root, 'basis')} />
      <GroundFields root={root} />
    </>
  );
}
