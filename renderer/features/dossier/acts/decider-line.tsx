import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { type DecidedAct, deciders } from '#shared/domain/dossier/deciders.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';

/** Who decides an act and by which article, marked where that is a default to be checked. */
export function DeciderLine({ side, act }: { readonly side: DossierSide; readonly act: DecidedAct }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const decider = deciders[side][act];
  return (
    <>
      {t('decider.line', { who: bilingual(decider.who), basis: bilingual(decider.basis) })}
      {decider.written ? ` ${t('decider.written')}` : ''} <ConfidenceMark confidence={decider.confidence} />
    </>
  );
}
