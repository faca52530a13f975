import './page-tabs.css';

/** One tab: an address of its own, its name, and how many things lie behind it. */
export type PageTab = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly count?: number | undefined;
};

/** The tabs of a page; each is an address of its own, so Back, links and the keyboard work as everywhere. */
export function PageTabs(props: {
  readonly label: string;
  readonly current: string;
  readonly tabs: readonly PageTab[];
}) {
  return (
    <nav className="page-tabs" aria-label={props.label}>
      {props.tabs.map(({ id, name, href, count }) => (
        <a key={id} href={href} aria-current={id === props.current ? 'page' : undefined}>
          {name}
          {count === undefined ? null : <span className="page-tab-count"> {count}</span>}
        </a>
      ))}
    </nav>
  );
}
