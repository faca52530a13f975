import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import type { FileSource } from '#renderer/app/api/use-intake.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { type Scan, useScanSource, useScans } from './use-scans.ts';

/** What the scanner wrote, offered to be put on this dossier; where no folder is set, the way to set one. */
export function Scans({ onTake }: { readonly onTake: (sources: readonly FileSource[]) => void }) {
  const { t } = useTranslation('file');
  const failureText = useFailureText();
  const sourceOf = useScanSource();
  const { folder, failure, scans, writing, more, took } = useScans();
  if (folder === undefined) return null;
  if (folder === '') {
    return (
      <p className="panel-body soft small">
        <a href={addresses.settingsPart('scanner')}>{t('scan.set')}</a>
      </p>
    );
  }
  const take = (chosen: readonly Scan[]): void => {
    took(chosen);
    onTake(chosen.map(sourceOf));
  };
  return (
    <section className="panel-body" aria-label={t('scan.title')}>
      <h3>{t('scan.title')}</h3>
      <p className="small">
        <a href={addresses.settingsPart('scanner')}>{t('scan.change')}</a>
      </p>
      {failure === undefined ? null : <Notice tone="amber">{failureText(failure)}</Notice>}
      {scans.length === 0 && failure === undefined ? <p className="soft">{t('scan.none', { folder })}</p> : null}
      {scans.length < 2 ? null : (
        <button type="button" className="plain-button compact" onClick={() => take(scans)}>
          {t('scan.takeAll', { n: scans.length })}
        </button>
      )}
      <ul className="file-scans">
        {scans.map((scan) => (
          <ScanLine key={scan.name} scan={scan} onTake={() => take([scan])} />
        ))}
      </ul>
      {more === 0 ? null : <p className="soft small">{t('scan.more', { n: more })}</p>}
      {writing === 0 ? null : <p className="soft small">{t('scan.writing', { n: writing })}</p>}
    </section>
  );
}

function ScanLine({ scan, onTake }: { readonly scan: Scan; readonly onTake: () => void }) {
  const { t } = useTranslation('file');
  return (
    <li>
      <span className="file-scan-name">{scan.name}</span>
      <span className="soft small">{byteSize(scan.size)}</span>
      <button
        type="button"
        className="plain-button compact"
        aria-label={t('scan.takeOf', { name: scan.name })}
        onClick={onTake}
      >
        {t('scan.take')}
      </button>
    </li>
  );
}
