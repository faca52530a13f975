import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { claimTypesFor } from '#shared/domain/dossier/claim.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { AmountFields } from '../claims/amount-fields.tsx';
import { useDossierNames } from '../names.ts';
import type { TypedClaim } from './receive-value.ts';

/** The fields of one claim, or of one matter on the side of inspection. */
export function ClaimFields(props: { readonly side: DossierSide; readonly bound: Bound<TypedClaim> }) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const today = useToday();
  const { side, bound } = props;
  return (
    <div className="form-grid claim-grid">
      <SelectField<string>
        label={t(`claim.code.${side}`)}
        choices={claimTypesFor(side).map(({ code, name }) => ({
          value: code,
          label: names.claim(code),
          words: `${name.zh} ${name.en}`,
        }))}
        clearable
        bound={part(bound, 'code')}
      />
      <AmountFields bound={bound} />
      <DateField label={t('claim.from')} today={today} bound={part(bound, 'from')} />
      <DateField label={t('claim.to')} today={today} bound={part(bound, 'to')} />
      <ProseField label={t('claim.basis')} rows={1} max={4000} bound={part(bound, 'basis')} />
    </div>
  );
}
