import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { StripHost } from '#renderer/features/deadline/index.ts';
import { useAgo } from '#renderer/ui/format/use-ago.ts';
import { Frame } from '#renderer/ui/frame/frame.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { UnreachableContext } from '#renderer/ui/state/unreachable.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { addresses } from '../api/addresses.ts';
import { useAsk } from '../api/use-ask.ts';
import { useConnection } from '../api/use-connection.ts';
import { sections, useSection } from '../sections.tsx';
import { ClockBehind } from './clock-behind.tsx';
import { contactsOf } from './contacts.ts';
import { DeskSwitch } from './desk-switch.tsx';
import { OpenFiles } from './open-files.tsx';
import { usePageScroll } from './page-scroll.ts';
import { Palette } from './palette.tsx';
import { PersonSwitch } from './person-switch.tsx';
import './framed.css';

const tick = 30_000;

/** Asks how many requests wait for whom; the one row beside it is not shown. */
const countOfRequests = { limit: 1 } as const;

/** The present in milliseconds, refreshed twice a minute: 'three minutes ago' must not stand still. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, tick);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now;
}

/** What waits in each section of the rail; `local` is what is only here. */
function useCounts(local: number | undefined): Partial<Record<string, number>> {
  const today = useAsk('today.get', {}).last;
  const requests = useAsk('request.list', countOfRequests).last;
  return {
    today: (today?.counts.overdue ?? 0) + (today?.counts.dueToday ?? 0),
    // The same question the section's own tab asks, so that both say the same.
    ...(requests === undefined ? {} : { requests: requests.counts.us }),
    ...(local === undefined ? {} : { sync: local }),
  };
}

/** The frame filled with what the backend says: counts, partners, totals, who sits here. */
export function Framed(props: { readonly status: CallOutput<'session.status'>; readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  const [palette, setPalette] = useState(false);
  const { pathname } = useLocation();
  const now = useNow();
  const ago = useAgo();
  const sync = useAsk('sync.status', {}).last;
  const office = useAsk('office.get', {}).last;
  const connection = useConnection();
  const counts = useCounts(sync?.local);
  const current = useSection(pathname);
  usePageScroll();
  useEffect(() => {
    document.title = `${t(`section.${current}`)} - ${t('title')}`;
  }, [t, current]);
  return (
    <Frame
      sections={sections.map((place) => ({ ...place, label: t(`section.${place.id}`), count: counts[place.id] }))}
      current={current}
      office={office?.name ?? ''}
      person={office === undefined ? null : <PersonSwitch office={office} />}
      contacts={contactsOf(sync?.partners ?? [], { now, cut: connection !== 'up' }, ago)}
      totals={sync}
      facts={[t('fact.today', { date: props.status.today }), t('fact.version', { version: props.status.version })]}
      strip={<OpenFiles />}
      banner={<Banners status={props.status} />}
      onPalette={() => {
        setPalette(true);
      }}
    >
      <UnreachableContext value={connection !== 'up'}>
        <StripHost>{props.children}</StripHost>
      </UnreachableContext>
      <Palette
        open={palette}
        onOpen={() => {
          setPalette(true);
        }}
        onClose={() => {
          setPalette(false);
        }}
      />
    </Frame>
  );
}

function Banners({ status }: { readonly status: CallOutput<'session.status'> }) {
  const { t } = useTranslation('app');
  const connection = useConnection();
  return (
    <>
      {connection === 'up' ? null : (
        <div className="connection-lost">
          <Notice tone="red" role="alert">
            {t(`connection.${connection}`)}
          </Notice>
        </div>
      )}
      {status.sample ? <DeskSwitch desk={status.desk} /> : null}
      {status.recoveryKeyUnconfirmed ? (
        <Notice tone="amber">
          <span>{t('recovery.text')}</span>
          <a href={addresses.settingsPart('keys')}>{t('recovery.confirm')}</a>
        </Notice>
      ) : null}
      {status.clockBehind ? <ClockBehind newest={status.newest ?? ''} today={status.today} /> : null}
      {status.requestsReadOnly ? (
        <Notice tone="amber">
          <span>{t('readOnly.text')}</span> <a href={addresses.recovery}>{t('readOnly.open')}</a>
        </Notice>
      ) : null}
    </>
  );
}
