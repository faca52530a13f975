import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './live-region.tsx';
import './key-sheet.css';

/** A recovery key, to be written down, copied or printed alone on a sheet. It lives on this screen only. */
export function KeySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const { t } = useTranslation('ui');
  const announce = useAnnounce();
  const [copied, setCopied] = useState<'copied' | 'notCopied'>();
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(recoveryKey).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
    setCopied(done);
    announce(t(`keySheet.${done}`));
  };
  return (
    <section className="key-sheet" aria-label={t('keySheet.key')}>
      <p className="key-print-only">{t('keySheet.printed')}</p>
      <p className="key-text">
        {recoveryKey.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <p className="key-acts">
        <Button onClick={() => void copy()}>{t('keySheet.copy')}</Button>
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {t('keySheet.print')}
        </Button>
        {copied === undefined ? null : <span className="small soft">{t(`keySheet.${copied}`)}</span>}
      </p>
    </section>
  );
}
