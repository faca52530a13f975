import { useTranslation } from 'react-i18next';
import type { Exposure } from '#shared/domain/deadline/exposure.ts';

/** Whether a party could sue because the case is late, in words, with why not and where that stands. */
export function ExposureLine({ exposure }: { readonly exposure: Exposure | null }) {
  const { t } = useTranslation('deadline');
  if (exposure === null) return null;
  const { when, verdict, reasons } = exposure;
  return (
    <p className={`strip-exposure tone-${verdict === 'taken' ? 'red' : 'amber'}`}>
      <strong>{t(`exposure.when.${when}`)}</strong> {t(`exposure.verdict.${verdict}`)}
      {reasons.length === 0
        ? ''
        : t('exposure.because', { reasons: reasons.map((one) => t(`exposure.reason.${one}`)).join(t('list')) })}
      <span className="small soft"> {t('exposure.basis')}</span>
    </p>
  );
}
