import { useTranslation } from 'react-i18next';
import { fingerprintWords } from '#shared/domain/fingerprint/fingerprint-words.ts';

/** A fingerprint in groups, in a face that keeps 0 and O apart, and as words for the telephone: both say the same. */
export function Fingerprint({ text }: { readonly text: string }) {
  const { t } = useTranslation('partner');
  const words = fingerprintWords(text);
  return (
    <div className="fingerprint">
      <span className="small soft">{t('fingerprint')}</span>
      <p>{text}</p>
      {words === undefined ? null : (
        <>
          <span className="small soft">{t('words.title')}</span>
          <ol className="fingerprint-words" aria-label={t('words.title')}>
            {words.map((pair, at) => (
              // A group may come twice; its place is what names it.
              <li key={`${String(at)} ${pair.join(' ')}`}>{pair.join(' ')}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
