import { type CSSProperties, type ReactNode, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFailure } from '../state/failure-text.tsx';
import { LoadingState, RefusedState } from '../state/page-state.tsx';
import { ListRow } from './list-row.tsx';
import { type ListView, useListView } from './use-list-view.ts';
import { deepestRow, drawnRows } from './viewport.ts';
import './list-shell.css';

/** One column of a list. `width` is a CSS grid track: '9rem', 'minmax(12rem, 2fr)'. */
export type ListColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly width: string;
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

/** What a list needs; `rows` comes from usePages of the application, or from any other source of pages. */
export type ListProps<Row> = {
  /** Names list and filter; scroll and selection are kept under it when the page is left and come back to. */
  readonly id: string;
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly total: number | undefined;
  /** There are more rows than were counted. */
  readonly more?: boolean;
  readonly rowAt: (index: number) => Row | undefined;
  /** Names what a row is of, so that it stays selected when it moves. */
  readonly keyOf: (row: Row) => string;
  readonly onView: (first: number, last: number) => void;
  readonly failure: ShownFailure | undefined;
  readonly onAgain: () => void;
  /** Left out: a list that is only read. */
  readonly onOpen?: (row: Row) => void;
  /** Shown when there is no row: what would be here and how it begins. */
  readonly empty: ReactNode;
  /** Height of a row in lines of text; 1 unless said. */
  readonly lines?: 1 | 2;
  readonly autoFocus?: boolean;
};

/**
 * A long list on one key: arrows, Page Up and Down, Home and End move, Enter opens. Only the rows on view exist, so a
 * list of 100 000 opens like one of ten; its size and the selected row are told to screen readers.
 */
export function ListShell<Row>(props: ListProps<Row>) {
  const { t } = useTranslation('ui');
  const view = useListView(props);
  const { total, onView } = props;
  const { first, last } = drawnRows(view.metrics);
  useEffect(() => {
    onView(first, Math.max(first, last));
  }, [onView, first, last]);
  if (total === undefined && props.failure !== undefined) {
    return <RefusedState failure={props.failure} onAgain={props.onAgain} />;
  }
  if (total === 0) return <div className="list">{props.empty}</div>;
  const style = {
    '--columns': props.columns.map((column) => column.width).join(' '),
    '--row-height': `${view.metrics.rowHeight}px`,
  } as CSSProperties;
  return (
    <div className="list" style={style}>
      <Grid list={props} view={view} first={first} last={last} />
      <div className="list-foot">
        <span>{props.more ? t('list.many') : t('list.total', { n: total ?? 0 })}</span>
        <span>
          {(total ?? 0) > deepestRow
            ? t('list.narrow', { n: deepestRow })
            : t(props.onOpen === undefined ? 'list.readKeys' : 'list.keys')}
        </span>
      </div>
    </div>
  );
}

function Grid<Row>(props: {
  readonly list: ListProps<Row>;
  readonly view: ListView;
  readonly first: number;
  readonly last: number;
}) {
  const rowsId = useId();
  const { list, view, first, last } = props;
  const { total, columns } = list;
  const { rowHeight } = view.metrics;
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  return (
    <div
      className="list-view"
      role="grid"
      tabIndex={0}
      aria-label={list.label}
      aria-rowcount={(total ?? 0) + 1}
      aria-colcount={columns.length}
      aria-activedescendant={indexes.includes(view.selected) ? `${rowsId}-${view.selected}` : undefined}
      ref={view.element}
      onScroll={view.onScroll}
      onKeyDown={view.onKeyDown}
    >
      <Head columns={columns} />
      {total === undefined ? <LoadingState /> : null}
      <div
        className="list-body"
        role="rowgroup"
        style={{ height: `${Math.min(total ?? 0, deepestRow) * rowHeight}px` }}
      >
        {indexes.map((index) => (
          <ListRow
            key={index}
            id={`${rowsId}-${index}`}
            index={index}
            top={index * rowHeight}
            row={list.rowAt(index)}
            columns={columns}
            selected={index === view.selected}
            onOpen={view.open}
          />
        ))}
      </div>
    </div>
  );
}

function Head<Row>({ columns }: { readonly columns: readonly ListColumn<Row>[] }) {
  return (
    <div className="list-head" role="row" aria-rowindex={1}>
      {columns.map((column) => (
        <span key={column.id} role="columnheader" className={column.number ? 'num' : undefined}>
          {column.title}
        </span>
      ))}
    </div>
  );
}
