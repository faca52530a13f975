import { useTranslation } from 'react-i18next';

/** A fingerprint in groups, in a face that keeps 0 and O apart, to be read aloud. */
export function Fingerprint({ text }: { readonly text: string }) {
  const { t } = useTranslation('partner');
  return (
    <div className="fingerprint">
      <span className="small soft">{t('fingerprint')}</span>
      <p>{text}</p>
    </div>
  );
}
