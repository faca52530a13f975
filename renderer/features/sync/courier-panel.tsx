import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CourierDone } from './courier-sheet.tsx';
import { SlipCompare } from './slip-compare.tsx';

/** What the last medium took or brought. Only a package that was read back and compared lets the medium be taken out. */
export function CourierPanel({ done }: { readonly done: CourierDone | undefined }) {
  const { t } = useTranslation('sync');
  return (
    <Panel title={t('courier.title')} padded>
      {done === undefined ? (
        <p className="soft">{t('courier.none')}</p>
      ) : (
        <div role="status">
          {done.kind === 'export' ? (
            <Notice tone={done.result.verified ? 'green' : 'red'}>
              {t(done.result.verified ? 'courier.verified' : 'courier.notVerified', { folder: done.folder })}
            </Notice>
          ) : (
            <Notice tone={done.result.setAside > 0 ? 'amber' : 'green'}>
              {t('courier.imported', { folder: done.folder })}
              {done.result.setAside > 0 ? ` ${t('courier.setAside', { n: done.result.setAside })}` : ''}
              {done.result.forOthers > 0 ? ` ${t('courier.forOthers', { n: done.result.forOthers })}` : ''}
            </Notice>
          )}
          {done.kind === 'export' ? <LeftOut failed={done.result.failed} /> : null}
          <Lines done={done} />
        </div>
      )}
    </Panel>
  );
}

/** Partners nothing could be written for, each with the reason. */
function LeftOut({ failed }: Pick<Extract<CourierDone, { kind: 'export' }>['result'], 'failed'>) {
  const { t } = useTranslation('sync');
  const why = useFailureText();
  return failed.map(({ office, name, code }) => (
    <Notice key={office} tone="amber">
      {t('courier.failed', { name, why: why({ kind: 'refused', code }) })}
    </Notice>
  ));
}

function Lines({ done }: { readonly done: CourierDone }) {
  const { t } = useTranslation('sync');
  const { lines } = done.result;
  return (
    <>
      {lines.length === 0 ? <p className="soft">{t(`courier.nothing.${done.kind}`)}</p> : null}
      <ul className="courier-lines">
        {lines.map(({ office, name, entries, files, bundles, bytes }) => (
          <li key={office}>
            {t(`courier.line.${done.kind}`, { name, entries, files, bundles, size: byteSize(bytes) })}
          </li>
        ))}
      </ul>
      {done.kind === 'export' ? <Slips lines={done.result.lines} /> : <SlipCompare prints={done.result.prints} />}
    </>
  );
}

/** A slip for each partner something was written for. */
function Slips({ lines }: Pick<Extract<CourierDone, { kind: 'export' }>['result'], 'lines'>) {
  const { t } = useTranslation('sync');
  return (
    <div className="button-line">
      {lines.map(({ office, name, slip }) => (
        <a key={office} className="plain-button" href={addresses.slip(slip)}>
          {lines.length === 1 ? t('courier.slip') : t('courier.slipFor', { name })}
        </a>
      ))}
    </div>
  );
}
