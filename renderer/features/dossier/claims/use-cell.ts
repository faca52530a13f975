import { type KeyboardEvent, useRef, useState } from 'react';
import { isComposing } from '#renderer/ui/keys/chord.ts';
import { type ShownFailure, useFailureText } from '#renderer/ui/state/failure-text.tsx';

/** Writes a cell's new text; answers why it was not written, as a sentence of its own or a failure of the contract. */
export type Commit = (text: string, base: number) => Promise<ShownFailure | string | undefined>;

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

/**
 * A cell that is written when it is left or Enter is pressed. What was refused stays as it was typed, with the reason
 * beside it; Escape takes back what is stored. `revision` is that of the file as it is shown.
 */
export function useCell(options: { readonly stored: string; readonly revision: number; readonly commit: Commit }) {
  const { stored, revision, commit } = options;
  const failureText = useFailureText();
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const base = useRef<number>(undefined);
  const running = useRef(false);

  const drop = (): void => {
    base.current = undefined;
    setTyped(undefined);
    setWrong(undefined);
  };
  const type = (text: string): void => {
    base.current ??= revision;
    setTyped(text);
  };
  const settle = async (): Promise<void> => {
    if (typed === undefined || running.current) return;
    if (typed === stored) return drop();
    running.current = true;
    const refusal = await commit(typed, base.current ?? revision);
    running.current = false;
    if (refusal === undefined) return drop();
    // Told of the other's change, the person may write over it by leaving the cell once more.
    if (typeof refusal !== 'string' && refusal.conflict !== undefined) base.current = refusal.conflict.revision;
    setWrong(typeof refusal === 'string' ? refusal : failureText(refusal));
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
  return { text: typed ?? stored, changed: typed !== undefined, wrong, type, settle, onKeyDown };
}
