import { useCallback, useRef, useState } from 'react';
import { afterPress } from './after-press.ts';

/**
 * Whether something is wrong with a field, drawn late when a click leaves the field: after that click, or together with
 * the form when the click was the one that submits it.
 */
export function useLateFlag(initial: boolean): {
  readonly on: boolean;
  readonly late: (next: boolean) => void;
  readonly now: (next: boolean) => void;
} {
  const [drawn, setDrawn] = useState(initial);
  const known = useRef(initial);
  const late = useCallback((next: boolean): void => {
    known.current = next;
    afterPress(() => {
      setDrawn(known.current);
    });
  }, []);
  const now = useCallback((next: boolean): void => {
    known.current = next;
    setDrawn(next);
  }, []);
  return { on: drawn || known.current, late, now };
}
