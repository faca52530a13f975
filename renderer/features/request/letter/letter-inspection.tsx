import { useTranslation } from 'react-i18next';
import { CheckField } from '#renderer/ui/fields/choice-field.tsx';
import { MoneyField } from '#renderer/ui/fields/money-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';

type Inspection = NonNullable<CommissionLetter['inspection']>;

/** What an inspection's letter (协查函) adds: the violation suspected, whom it concerns, powers and places. */
export function LetterInspection({ bound }: { readonly bound: Bound<Inspection> }) {
  const { t } = useTranslation('request');
  const workers: Bound<string> = {
    path: `${bound.path}.workers`,
    value: bound.value.workers === 0 ? '' : String(bound.value.workers),
    set: (typed) => {
      const digits = typed.replaceAll(/\D/g, '').slice(0, 7);
      bound.set({ ...bound.value, workers: Math.min(1_000_000, Number(digits)) });
    },
  };
  return (
    <div className="form-grid">
      <ProseField label={t('inspection.suspected')} bound={part(bound, 'suspected')} max={2000} rows={2} />
      <TextField label={t('inspection.workers')} bound={workers} max={7} />
      <MoneyField label={t('inspection.amount')} bound={part(bound, 'amountFen')} />
      <TextField label={t('inspection.powers')} bound={part(bound, 'powers')} max={300} />
      <TextField label={t('inspection.registeredPlace')} bound={part(bound, 'registeredPlace')} />
      <TextField label={t('inspection.workPlace')} bound={part(bound, 'workPlace')} />
      <CheckField label={t('inspection.siteCheck')} bound={part(bound, 'siteCheck')} />
    </div>
  );
}
