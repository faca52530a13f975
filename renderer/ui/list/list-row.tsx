import type { ListColumn } from './list-shell.tsx';

/** One row; a row whose page is still being read shows its place without a text. */
export function ListRow<Row>(props: {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly ListColumn<Row>[];
  readonly selected: boolean;
  readonly onOpen: (index: number) => void;
}) {
  const { row } = props;
  return (
    // Keys are taken by the grid, which has the focus; a row itself only takes the pointer.
    <div
      id={props.id}
      className="list-row"
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      style={{ top: `${props.top}px` }}
      onClick={() => {
        props.onOpen(props.index);
      }}
    >
      {props.columns.map((column) => (
        <span key={column.id} role="gridcell" className={column.number ? 'cell num' : 'cell'}>
          {row === undefined ? <span className="waiting" /> : column.cell(row)}
        </span>
      ))}
    </div>
  );
}
