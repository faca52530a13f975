import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { byteSize } from '#renderer/ui/format/byte-size.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useSeen } from './use-seen.ts';

type Way = CallOutput<'sync.status'>['ways'][number];
type Server = NonNullable<Way['server']>;

/** 收发通道: every folder and the server, whether it can be used, and since when not. A way that is away is no alarm. */
export function WaysPanel({ ways }: { readonly ways: readonly Way[] }) {
  const { t } = useTranslation('sync');
  return (
    <Panel title={t('ways.title')} side={<a href={addresses.settingsPart('server')}>{t('ways.settings')}</a>} padded>
      {ways.length === 0 ? (
        <p className="soft">{t('ways.none')}</p>
      ) : (
        <ul className="ways">
          {ways.map((way) => (
            <WayRow key={`${way.kind} ${way.place}`} way={way} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WayRow({ way }: { readonly way: Way }) {
  const { t } = useTranslation('sync');
  const seen = useSeen();
  const { kind, state, lastSeen, server } = way;
  return (
    <li>
      <span className={`dot ${state === 'reached' ? 'heard' : 'never'}`} aria-hidden="true" />{' '}
      <strong>{t(`ways.${kind}`)}</strong> <span>{t(`ways.state.${state}`)}</span>
      <span className="soft small block way-place">{way.place}</span>
      <span className="soft small block">{t('ways.with', { names: way.partners.join(t('now.and')) })}</span>
      {state === 'reached' || lastSeen === null ? null : (
        <span className="small block">{t('ways.gone', { at: lastSeen, ago: seen(lastSeen) })}</span>
      )}
      <WayProblem way={way} />
      {server === null ? null : <ServerLines server={server} />}
    </li>
  );
}

/** What hinders this way, in the words of its kind; the rest of the office's work goes on. */
function WayProblem({ way }: { readonly way: Way }) {
  const { t, i18n } = useTranslation('sync');
  if (way.problem === null) return null;
  const key = `ways.problem.${way.kind}.${way.problem.replace(/^carrier\./, '')}`;
  return (
    <span className="small block">
      {i18n.exists(key, { ns: 'sync' }) ? t(key) : <FailureText failure={{ kind: 'refused', code: way.problem }} />}
    </span>
  );
}

function ServerLines({ server }: { readonly server: Server }) {
  const { t } = useTranslation('sync');
  const { version, tooOld, durability, rttMs, pending, replicas, storedBytes, mostBytes } = server;
  const facts = [
    version === null ? '' : t('ways.version', { version }),
    replicas === null ? '' : t('ways.replicas', { n: replicas }),
    rttMs === null ? '' : t('ways.rtt', { ms: rttMs }),
    pending === null ? '' : t('ways.pending', { n: pending }),
    storedBytes === null || mostBytes === null
      ? ''
      : t('ways.room', { used: byteSize(storedBytes), most: byteSize(mostBytes) }),
  ].filter((fact) => fact !== '');
  return (
    <>
      {facts.length === 0 ? null : <span className="soft small block">{facts.join(' · ')}</span>}
      {durability === null ? null : <span className="soft small block">{t(`ways.durability.${durability}`)}</span>}
      {tooOld === true ? <Notice tone="amber">{t('ways.tooOld', { version: version ?? '' })}</Notice> : null}
      {server.problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {t(`ways.setUp.${problem}`)}
        </Notice>
      ))}
    </>
  );
}
