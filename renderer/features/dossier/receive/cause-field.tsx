import { useTranslation } from 'react-i18next';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { causes } from '#shared/domain/dossier/data/causes.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { SuggestField } from './suggest-field.tsx';

/** Subject (案由) of a file. The Chinese name is kept whatever the language of the page: papers and letters carry it. */
export function CauseField({ side, bound }: { readonly side: DossierSide; readonly bound: Bound<string> }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const usual = side === 'arb' ? causes : [];
  return (
    <SuggestField
      label={t(`receive.cause.${side}`)}
      max={100}
      suggestions={usual.map(({ name }) => ({
        value: name.zh,
        label: name.zh === bilingual(name) ? name.zh : `${name.en} ${name.zh}`,
      }))}
      bound={bound}
    />
  );
}
