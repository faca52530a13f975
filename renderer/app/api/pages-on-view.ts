/** Rows a page holds. */
export const pageRows = 50;

/** Rows beyond the view that are asked for before they come on it, so that the wheel finds them there. */
const ahead = 25;
/** Pages held at most. */
const most = 3;

/**
 * The pages that rows `from` to `to` (both included) lie on, with what lies just beyond on either side: the first of them,
 * counted from 0, and how many. `total`: rows there are, undefined while that is not known.
 */
export function pagesOnView(
  from: number,
  to: number,
  total: number | undefined,
): { readonly first: number; readonly count: number } {
  const shown = Math.max(from, to);
  const end = total === undefined ? shown : Math.max(shown, Math.min(shown + ahead, total - 1));
  const first = Math.floor(Math.max(0, total === undefined ? from : from - ahead) / pageRows);
  return { first, count: Math.min(most, Math.max(1, Math.floor(end / pageRows) - first + 1)) };
}
