import { type ReactNode, useId } from 'react';

/** The head of a page: its one h1, states beside it, a line under it, and its acts on the right. */
export function PageHead(props: {
  readonly title: ReactNode;
  readonly badges?: ReactNode;
  readonly under?: ReactNode;
  readonly acts?: ReactNode;
}) {
  return (
    <div className="page-head">
      <h1 className="unbroken">{props.title}</h1>
      {props.badges}
      {props.acts === undefined ? null : <div className="acts">{props.acts}</div>}
      {props.under === undefined ? null : <div className="under">{props.under}</div>}
    </div>
  );
}

/** A panel with a heading of its own; `side` stands at the right of the heading. Rows of a list go without `padded`. */
export function Panel(props: {
  readonly title: string;
  readonly side?: ReactNode;
  readonly padded?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.side}
      </div>
      {props.padded === true ? <div className="panel-body">{props.children}</div> : props.children}
    </section>
  );
}
