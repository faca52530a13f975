import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { Decider } from '#shared/domain/dossier/deciders.ts';

/** Who decides an act and by which article, marked where that is a default to be checked. */
export function DeciderLine({ decider }: { readonly decider: Decider }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  return (
    <>
      {t('decider.line', { who: bilingual(decider.who), basis: bilingual(decider.basis) })}
      {decider.written ? ` ${t('decider.written')}` : ''} <ConfidenceMark confidence={decider.confidence} />
    </>
  );
}
