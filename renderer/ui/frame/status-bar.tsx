import { useTranslation } from 'react-i18next';

/**
 * What is known of one partner's reachability: 'heard' lately, 'quiet' for longer, 'never', or 'trouble' that a person
 * must look at. None of them is an error of the work itself.
 */
export type PartnerContact = {
  readonly id: string;
  readonly name: string;
  readonly state: 'heard' | 'quiet' | 'never' | 'trouble';
  /** How long ago, in words: '40 分钟前'. */
  readonly when: string;
};

/** Totals of everything that leaves the office, by honest word. */
export type StatusTotals = { readonly local: number; readonly sent: number; readonly receipted: number };

const shown = 4;

/** The bottom line: partners with last contact, the three totals, calendar and rule versions, what was saved when. */
export function StatusBar(props: {
  readonly contacts: readonly PartnerContact[];
  readonly totals: StatusTotals | undefined;
  readonly facts: readonly string[];
}) {
  const { t } = useTranslation('ui');
  const rest = props.contacts.length - shown;
  return (
    <footer className="frame-status" aria-label={t('frame.status')}>
      <div className="group">
        {props.contacts.length === 0 ? null : (
          <ul aria-label={t('frame.contacts')}>
            {props.contacts.slice(0, shown).map((contact) => (
              <li key={contact.id}>
                <span className={`dot ${contact.state}`} aria-hidden="true" />
                {contact.name} {contact.when}
              </li>
            ))}
            {rest > 0 ? <li>{t('frame.more', { n: rest })}</li> : null}
          </ul>
        )}
        {props.totals === undefined ? null : (
          <span className="totals">
            {t('word.local')} {props.totals.local} · {t('word.sent')} {props.totals.sent} · {t('word.receipted')}{' '}
            {props.totals.receipted}
          </span>
        )}
      </div>
      <div className="group extra">
        {props.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </div>
    </footer>
  );
}
