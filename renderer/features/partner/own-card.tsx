import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { QrImage } from '#renderer/ui/page/qr-image.tsx';
import { PageState } from '#renderer/ui/state/page-state.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { fingerprintCode } from '#shared/domain/fingerprint/fingerprint-code.ts';
import { Fingerprint } from './fingerprint.tsx';

function save(card: CallOutput<'partner.ownCard'>): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(card.bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = card.fileName;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/** This office's own card as a file for partners, with the fingerprint to read to each other. */
export function OwnCard() {
  const { t } = useTranslation('partner');
  const card = useAsk('partner.ownCard', {});
  const office = useAsk('office.get', {}).last;
  return (
    <Panel title={t('own.title')} padded>
      <p className="soft">{t('own.what')}</p>
      <PageState value={card.last} failure={card.failure} onAgain={card.again}>
        {(own) => (
          <>
            <Fingerprint text={own.fingerprint} />
            {office === undefined ? null : (
              <QrImage text={fingerprintCode(office.id, own.fingerprint)} label={t('own.code')} size={128} />
            )}
            <p className="soft small">{t('own.codeWhat')}</p>
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                save(own);
              }}
            >
              {t('own.save')}
            </button>
            <span className="soft small block">{own.fileName}</span>
          </>
        )}
      </PageState>
    </Panel>
  );
}
