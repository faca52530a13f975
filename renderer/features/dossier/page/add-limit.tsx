import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import type { Shown } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';

/** Begins another limit of the rules on the file (on a closed one of those that follow on its result), and leads to the paper with all its clocks. */
export function AddLimit({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  return (
    <div className="file-limit-acts alone">
      {view.row.stage === 'ARCHIVED' ? null : (
        <button
          type="button"
          className="plain-button compact small"
          onClick={() => {
            open('clock.start');
          }}
        >
          {t('limit.add')}
        </button>
      )}
      {view.deadlines.length === 0 ? null : (
        <>
          <a className="small" href={addresses.clocks(id)}>
            {t('limit.printAll')}
          </a>
          <a className="small" href={addresses.comparison(id)}>
            {t('limit.compare')}
          </a>
        </>
      )}
    </div>
  );
}
