import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.tsx';
import { Rail, type Section } from './rail.tsx';
import { type PartnerContact, StatusBar, type StatusTotals } from './status-bar.tsx';
import './frame.css';

type Props = {
  readonly sections: readonly Section[];
  readonly current: string;
  readonly office: string;
  readonly person: ReactNode;
  readonly contacts: readonly PartnerContact[];
  readonly totals: StatusTotals | undefined;
  readonly facts: readonly string[];
  readonly banner?: ReactNode;
  /** Between the top and the page: what is open beside it. */
  readonly strip?: ReactNode;
  readonly onPalette: () => void;
  readonly children: ReactNode;
};

/**
 * The frame around every page: rail of sections, box that opens the palette, and the bar that always says what is still
 * only here and who can be reached. Landmarks, skip link and focus of the page belong to it.
 */
export function Frame(props: Props) {
  const { t } = useTranslation('ui');
  const page = useRef<HTMLElement>(null);
  return (
    <div className="frame">
      <a
        className="frame-skip"
        href="#page"
        onClick={(event) => {
          // The address belongs to the router; the skip link moves the focus only.
          event.preventDefault();
          page.current?.focus();
        }}
      >
        {t('frame.skip')}
      </a>
      <Top {...props} />
      <Rail sections={props.sections} current={props.current} />
      {props.strip}
      <main className="frame-page" id="page" ref={page} tabIndex={-1}>
        {props.banner === undefined ? null : <div className="frame-banner">{props.banner}</div>}
        {props.children}
      </main>
      <StatusBar contacts={props.contacts} totals={props.totals} facts={props.facts} />
    </div>
  );
}

function Top(props: Props) {
  const { t } = useTranslation('ui');
  return (
    <header className="frame-top">
      <span className="frame-mark">
        <Mark />
        <span className="name">{t('frame.product')}</span>
      </span>
      <button type="button" className="frame-search" onClick={props.onPalette} aria-keyshortcuts="Control+K">
        <span className="clip">{t('frame.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="frame-right">
        {props.totals === undefined ? null : <OfflinePill contacts={props.contacts} totals={props.totals} />}
        <span className="pill office">
          <span className="clip">{props.office}</span>
        </span>
        <span className="frame-person">{props.person}</span>
      </div>
    </header>
  );
}

function OfflinePill(props: { readonly contacts: readonly PartnerContact[]; readonly totals: StatusTotals }) {
  const { t } = useTranslation('ui');
  const reachable = props.contacts.filter((contact) => contact.state === 'heard').length;
  const words =
    reachable === 0 ? t('frame.offline') : t('frame.reachable', { n: reachable, of: props.contacts.length });
  return (
    <span className="pill contact">
      <span className={reachable === 0 ? 'dot never' : 'dot heard'} aria-hidden="true" />
      <span className="clip">
        {words}
        {props.totals.local > 0 ? ` · ${t('frame.local', { n: props.totals.local })}` : ''}
      </span>
    </span>
  );
}
