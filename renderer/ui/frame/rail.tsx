import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../keys/shortcut-provider.tsx';

/** One entry of the rail. `key` is its place in the order of the product, so that Alt+digit never changes its meaning. */
export type Section = {
  readonly id: string;
  /** '1' to '9', '0', '-' or '=': pressed with Alt. */
  readonly shortcut: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Address inside the page, for example '#/dossiers'. */
  readonly href: string;
  /** What waits there; nothing is shown when undefined or 0. */
  readonly count?: number | undefined;
  /** Draws a line above the entry. */
  readonly apart?: boolean;
};

/** The sections on the left, each with what waits in it; Alt and its key goes there from anywhere. */
export function Rail(props: { readonly sections: readonly Section[]; readonly current: string }) {
  const { t } = useTranslation('ui');
  return (
    <nav className="frame-rail" aria-label={t('frame.sections')}>
      <ul>
        {props.sections.map((section) => (
          <li key={section.id} className={section.apart ? 'apart' : undefined}>
            <RailLink section={section} current={section.id === props.current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RailLink({ section, current }: { readonly section: Section; readonly current: boolean }) {
  const { t } = useTranslation('ui');
  useShortcut([`Alt+${section.shortcut}`], section.label, () => {
    window.location.hash = section.href;
  });
  return (
    <a
      href={section.href}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={`Alt+${section.shortcut}`}
      title={`${section.label} (Alt+${section.shortcut})`}
    >
      <span aria-hidden="true">{section.icon}</span>
      <span className="name">{section.label}</span>
      {section.count === undefined || section.count === 0 ? null : (
        <span className="count">
          <span aria-hidden="true">{thinGroups(section.count)}</span>
          <span className="spoken">{t('frame.waiting', { n: section.count })}</span>
        </span>
      )}
    </a>
  );
}

function thinGroups(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u2009');
}
