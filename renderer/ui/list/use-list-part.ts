import { useState } from 'react';
import { keepPart, type ListPart, partOf } from './list-memory.ts';

/** The part of a list that is shown, found again when the page is come back to. `list` names the list on its page. */
export function useListPart(list: string): readonly [part: ListPart, change: (next: Partial<ListPart>) => void] {
  const [part, setPart] = useState(() => ({ list, ...partOf(list) }));
  // The same list of another thing begins where that one was left, in the same render.
  if (part.list !== list) setPart({ list, ...partOf(list) });
  const change = (next: Partial<ListPart>): void => {
    const changed = { ...partOf(list), ...next };
    keepPart(list, changed);
    setPart({ list, ...changed });
  };
  return [part, change];
}
