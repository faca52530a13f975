import { useId } from 'react';
import { type CellOptions, moveRow, useCell } from './use-cell.ts';

/** What every cell of the grid needs. `name` is read aloud and tells the cells of two rows apart. */
export type CellProps = CellOptions & { readonly column: string; readonly name: string };

function CellNote({ id, text }: { readonly id: string; readonly text: string | undefined }) {
  return (
    <span id={id} role="status" className="field-note error claim-cell-note">
      {text}
    </span>
  );
}

/** A text, amount or date that is edited in place. `list` names a datalist. */
export function TextCell(props: CellProps & { readonly number?: boolean; readonly list?: string }) {
  const id = useId();
  const cell = useCell(props);
  return (
    <>
      <input
        className={props.number === true ? 'claim-cell num' : 'claim-cell'}
        data-column={props.column}
        aria-label={props.name}
        aria-describedby={id}
        aria-invalid={cell.wrong !== undefined}
        autoComplete="off"
        list={props.list}
        value={cell.text}
        onChange={(event) => {
          cell.type(event.target.value);
        }}
        onBlur={() => void cell.settle()}
        onKeyDown={cell.onKeyDown}
      />
      <CellNote id={id} text={cell.wrong} />
    </>
  );
}

/** Several lines edited in place; Shift+Enter begins a new one. */
export function ProseCell(props: CellProps) {
  const id = useId();
  const cell = useCell(props);
  return (
    <>
      <textarea
        className="claim-cell"
        data-column={props.column}
        rows={2}
        aria-label={props.name}
        aria-describedby={id}
        aria-invalid={cell.wrong !== undefined}
        value={cell.text}
        onChange={(event) => {
          cell.type(event.target.value);
        }}
        onBlur={() => void cell.settle()}
        onKeyDown={(event) => {
          // Inside several lines the arrows move between lines.
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') cell.onKeyDown(event);
        }}
      />
      <CellNote id={id} text={cell.wrong} />
    </>
  );
}

/** A choice made in place; it is written when the cell is left, so that the arrows may pass over others. */
export function ChoiceCell(
  props: CellProps & { readonly choices: readonly { readonly value: string; readonly label: string }[] },
) {
  const id = useId();
  const cell = useCell(props);
  return (
    <>
      <select
        className="claim-cell"
        data-column={props.column}
        aria-label={props.name}
        aria-describedby={id}
        value={cell.text}
        onChange={(event) => {
          cell.type(event.target.value);
        }}
        onBlur={() => void cell.settle()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void cell.settle();
          moveRow(event.currentTarget, 1);
        }}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <CellNote id={id} text={cell.wrong} />
    </>
  );
}
