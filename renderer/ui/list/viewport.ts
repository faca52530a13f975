/** Where a list of equally high rows stands. Heights in CSS pixels. */
export type ListMetrics = {
  readonly rowHeight: number;
  readonly viewHeight: number;
  readonly scrollTop: number;
  readonly total: number;
};

/** Browsers stop laying out at about 33 million pixels; beyond this many rows a list asks for a narrower search. */
export const deepestRow = 500_000;

/** Rows drawn above and below the screen so that scrolling shows no gap. */
const margin = 6;

/** First and last row to draw, both included; last is -1 for an empty list. */
export function drawnRows(metrics: ListMetrics): { readonly first: number; readonly last: number } {
  const rows = Math.min(metrics.total, deepestRow);
  const top = Math.floor(metrics.scrollTop / metrics.rowHeight);
  const fit = Math.ceil(metrics.viewHeight / metrics.rowHeight);
  return {
    first: Math.max(0, Math.min(top - margin, rows - 1)),
    last: Math.min(rows - 1, top + fit + margin),
  };
}

/** The smallest scroll that brings row `index` wholly into view. */
export function scrollToShow(metrics: ListMetrics, index: number): number {
  const top = index * metrics.rowHeight;
  if (top < metrics.scrollTop) return top;
  const bottom = top + metrics.rowHeight;
  return bottom > metrics.scrollTop + metrics.viewHeight ? bottom - metrics.viewHeight : metrics.scrollTop;
}

/** Rows looked through on each side for one that moved; no more of a list than this is held at a time. */
const held = 150;

/**
 * Where a row of a list now stands that was left at `selected`: the nearest row held that is of the same. Where it was
 * left, when no row held is, or nobody had chosen one.
 */
export function selectedNow(
  left: { readonly selected: number; readonly key?: string | undefined },
  keyAt: (index: number) => string | undefined,
): number {
  const { selected, key } = left;
  if (key === undefined || keyAt(selected) === key) return selected;
  for (let away = 1; away <= held; away += 1) {
    const found = [selected - away, selected + away].find((index) => index >= 0 && keyAt(index) === key);
    if (found !== undefined) return found;
  }
  return selected;
}

/** The row a key moves the selection to; undefined when the key is not one of a list's own. */
export function movedTo(key: string, current: number, metrics: ListMetrics): number | undefined {
  const last = Math.min(metrics.total, deepestRow) - 1;
  const page = Math.max(1, Math.floor(metrics.viewHeight / metrics.rowHeight) - 1);
  const target = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
