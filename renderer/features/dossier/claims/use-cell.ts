import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '#renderer/ui/keys/chord.ts';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { GridDraftContext, type TypedCell } from './grid-draft.ts';

/**
 * Writes a cell's new text; answers the revision of the file with it, or why it was not written, as a sentence of its own
 * or a failure of the contract.
 */
export type Commit = (text: string, base: number) => Promise<ShownFailure | string | number>;

/** The controls of the same column, from the first row to the last. */
function columnOf(cell: HTMLElement): readonly HTMLElement[] {
  const table = cell.closest('table');
  const name = cell.dataset['column'] ?? '';
  return table === null ? [] : [...table.querySelectorAll<HTMLElement>(`[data-column="${name}"]`)];
}

/** Moves the focus to the same column of the row above (-1) or below (1); at an end it stays. */
export function moveRow(cell: HTMLElement, by: 1 | -1): void {
  const column = columnOf(cell);
  column[column.indexOf(cell) + by]?.focus();
}

/** A cell as it is shown: `cell` names it within the grid, `revision` is that of the file. */
export type CellOptions = {
  readonly cell: string;
  readonly stored: string;
  readonly revision: number;
  readonly commit: Commit;
};

/** Writes what a cell holds, one writing at a time; what is typed or left meanwhile is written after it. */
function useSettle({ cell, stored, revision, commit }: CellOptions, say: (wrong: string | undefined) => void) {
  const failureText = useFailureText();
  const { held, keep } = useContext(GridDraftContext);
  const running = useRef(false);
  const left = useRef(false);
  /** The revision the last writing of this cell gave; the page may still show an earlier one. */
  const written = useRef(0);

  const drop = (): void => {
    keep(cell, undefined);
    say(undefined);
  };
  const send = async ({ text, base }: TypedCell): Promise<void> => {
    running.current = true;
    left.current = false;
    const answer = await commit(text, base);
    running.current = false;
    const now = held(cell);
    if (typeof answer === 'number') {
      written.current = answer;
      if (now === undefined || now.text === text) return drop();
      // Typed on meanwhile, over what was just written.
      const next = { ...now, base: answer };
      keep(cell, next);
      if (left.current) await send(next);
      return;
    }
    // Told of the other's change, the person may write over it by leaving the cell once more.
    const conflict = typeof answer === 'string' ? undefined : answer.conflict;
    if (now !== undefined && conflict !== undefined) keep(cell, { ...now, base: conflict.revision });
    say(typeof answer === 'string' ? answer : failureText(answer));
  };
  const settle = async (): Promise<void> => {
    left.current = true;
    const now = held(cell);
    if (now === undefined || running.current) return;
    // What is shown may be older than what was just written; set back to it, the cell is written once more.
    if (now.text === stored && written.current <= revision) drop();
    else await send(now);
  };
  return { drop, settle, written };
}

/**
 * A cell that is written when it is left, also by leaving the page, or when Enter is pressed. What was refused stays as
 * it was typed, with the reason beside it, and is kept in the draft; Escape takes back what is stored.
 */
export function useCell(options: CellOptions) {
  const { cell, stored, revision } = options;
  const { t } = useTranslation('claim');
  const { cells, keep } = useContext(GridDraftContext);
  const typed = cells[cell];
  const [wrong, setWrong] = useState(typed === undefined ? undefined : t('unsaved'));
  const { drop, settle, written } = useSettle(options, setWrong);
  const leave = useRef(settle);
  /** What was only brought back from the draft waits for the person; what was typed here is written when the page goes. */
  const touched = useRef(false);
  useEffect(() => {
    leave.current = settle;
  });
  useEffect(
    () => () => {
      if (touched.current) void leave.current();
    },
    [],
  );

  const type = (text: string): void => {
    touched.current = true;
    keep(cell, { text, base: typed?.base ?? Math.max(revision, written.current) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const { key, shiftKey, currentTarget } = event;
    const by = key === 'ArrowDown' || (key === 'Enter' && !shiftKey) ? 1 : key === 'ArrowUp' ? -1 : undefined;
    if (key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      drop();
    }
    if (by === undefined) return;
    event.preventDefault();
    void settle();
    moveRow(currentTarget, by);
  };
  return { text: typed?.text ?? stored, changed: typed !== undefined, wrong, type, settle, onKeyDown };
}
