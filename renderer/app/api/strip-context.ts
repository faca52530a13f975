import { createContext, useContext } from 'react';

/** Given by the frame, so that any page can let a date explain itself without knowing who draws the strip. */
export const StripContext = createContext<(deadline: string) => void>(() => {});

/** Opens the strip of a deadline over the page; `deadline` is the id of a due brief. */
export function useOpenStrip(): (deadline: string) => void {
  return useContext(StripContext);
}
