import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import './share-sheets.css';

type Props = {
  /** The shares of a recovery key, in the order of their numbers. */
  readonly shares: readonly string[];
  /** Name of the office whose key it is. */
  readonly office: string;
  /** The day they were made, 'YYYY-MM-DD'. */
  readonly madeOn: string;
};

/**
 * The shares of a recovery key, each to be written down or printed on a sheet of its own for the person who keeps it. They
 * live on this screen only.
 */
export function ShareSheets(props: Props) {
  const { t } = useTranslation('ui');
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return undefined;
    const done = (): void => {
      setPrinting(false);
    };
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      window.removeEventListener('afterprint', done);
    };
  }, [printing]);
  return (
    <section className="share-sheets" aria-label={t('shareSheets.label')}>
      {props.shares.map((share, i) => (
        <section key={share} className="share-sheet" aria-label={t('shareSheets.nth', { n: i + 1 })}>
          <h3>{t('shareSheets.nth', { n: i + 1 })}</h3>
          <ShareText share={share} />
        </section>
      ))}
      <Button
        onClick={() => {
          setPrinting(true);
        }}
      >
        {t('shareSheets.print')}
      </Button>
      {printing ? createPortal(<PrintedShares {...props} />, document.body) : null}
    </section>
  );
}

function ShareText({ share }: { readonly share: string }) {
  const [number, ...groups] = share.split('-');
  return (
    <p className="share-text">
      <span>{number}</span>
      {groups.map((group) => (
        <span key={group}>{group}</span>
      ))}
    </p>
  );
}

/** What comes out of the printer: a sheet a person, with nothing of the page around it. */
function PrintedShares({ shares, office, madeOn }: Props) {
  const { t } = useTranslation('ui');
  return (
    <div className="share-print">
      {shares.map((share, i) => (
        <section key={share}>
          <h1>{t('shareSheets.printed')}</h1>
          <p>{t('shareSheets.of', { office, madeOn, n: i + 1, count: shares.length })}</p>
          <ShareText share={share} />
          <p>{t('shareSheets.how')}</p>
          <p className="share-keeper">{t('shareSheets.keeper')}</p>
        </section>
      ))}
    </div>
  );
}
