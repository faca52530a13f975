import { useState } from 'react';

/** The turn of one of several forms of which at most one is open. */
export type Turn = {
  readonly open: boolean;
  /** Opens this form; whichever was open closes, and what was typed in it is gone. */
  readonly begin: () => void;
  /** Closes this form; another that is open stays so. */
  readonly close: () => void;
};

/** Keeps which of several forms is open: none or one. Answers the turn of each by its name. */
export function useOneOpen<N extends string>(first: N | undefined): (name: N) => Turn {
  const [now, setNow] = useState(first);
  return (name) => ({
    open: now === name,
    begin: () => {
      setNow(name);
    },
    close: () => {
      setNow((open) => (open === name ? undefined : open));
    },
  });
}
