import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../keys/chord.ts';
import { keepPlace, type ListPlace, placeOf } from './list-memory.ts';
import { type ListMetrics, movedTo, scrollToShow, selectedNow } from './viewport.ts';

type Options<Row> = {
  readonly id: string;
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly lines?: 1 | 2;
  readonly autoFocus?: boolean;
};

/** State of a list on screen: what is selected, what is on view, what keys do. */
export type ListView = {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly metrics: ListMetrics;
  readonly selected: number;
  readonly open: (index: number) => void;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Height of a row in units of the text size, so that rows grow with it. */
const rowRems = { 1: 2.86, 2: 4.29 } as const;

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14;
}

/** The element's height below the sticky head, followed while the window changes. */
function useViewHeight(element: RefObject<HTMLDivElement | null>, shown: boolean): readonly [number, number] {
  const [height, setHeight] = useState(600);
  const [rem, setRem] = useState(14);
  useEffect(() => {
    const view = element.current;
    if (!shown || view === null) return undefined;
    const observer = new ResizeObserver(() => {
      const head = view.querySelector<HTMLElement>('.list-head')?.offsetHeight ?? 0;
      setHeight(Math.max(1, view.clientHeight - head));
      setRem(rootFontSize());
    });
    observer.observe(view);
    return () => {
      observer.disconnect();
    };
  }, [element, shown]);
  return [height, rem];
}

/** The place of the list `id`: read when it appears, kept whenever it changes. */
function usePlace(id: string): readonly [ListPlace, (next: ListPlace) => void] {
  const [place, setPlace] = useState(() => ({ id, ...placeOf(id) }));
  // Another filter under the same list begins where that filter was left, in the same render.
  if (place.id !== id) setPlace({ id, ...placeOf(id) });
  const put = (next: ListPlace): void => {
    keepPlace(id, next);
    setPlace({ id, ...next });
  };
  return [place, put];
}

/** Scroll, selection and keys of one list; both are kept under `id` when the page is left. */
export function useListView<Row>(options: Options<Row>): ListView {
  const { id, total, autoFocus } = options;
  const element = useRef<HTMLDivElement>(null);
  const [viewHeight, rem] = useViewHeight(element, total !== 0);
  const [place, put] = usePlace(id);
  const keyAt = (index: number): string | undefined => {
    const row = options.rowAt(index);
    return row === undefined ? undefined : options.keyOf(row);
  };
  const selected = Math.max(0, Math.min(selectedNow(place, keyAt), (total ?? 1) - 1));
  const rowHeight = Math.round(rem * rowRems[options.lines ?? 1]);
  const metrics = { rowHeight, viewHeight, scrollTop: place.scrollTop, total: total ?? 0 };
  const known = total !== undefined;
  useLayoutEffect(() => {
    if (known && element.current !== null) element.current.scrollTop = placeOf(id).scrollTop;
  }, [id, known]);
  useEffect(() => {
    if (autoFocus === true && known) element.current?.focus();
  }, [autoFocus, known]);
  useEffect(() => {
    // A row that moved is looked for from where it stands now when it moves again.
    if (selected !== place.selected && place.key !== undefined && keyAt(selected) === place.key) {
      put({ selected, key: place.key, scrollTop: place.scrollTop });
    }
  });
  const open = (index: number): void => {
    put({ selected: index, key: keyAt(index), scrollTop: element.current?.scrollTop ?? 0 });
    const row = options.rowAt(index);
    if (row !== undefined) options.onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      // The rest of this key press must not reach what opening the row gives the focus to.
      event.preventDefault();
      open(selected);
    }
    const target = movedTo(event.key, selected, metrics);
    if (target === undefined) return;
    event.preventDefault();
    const scrollTop = scrollToShow(metrics, target);
    if (element.current !== null) element.current.scrollTop = scrollTop;
    put({ selected: target, key: keyAt(target), scrollTop });
  };
  const onScroll = (): void => {
    put({ selected: place.selected, key: place.key, scrollTop: element.current?.scrollTop ?? 0 });
  };
  return { element, metrics, selected, open, onScroll, onKeyDown };
}
