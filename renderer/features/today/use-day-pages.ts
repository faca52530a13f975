import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useListPart } from '#renderer/ui/list/use-list-part.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';

/** Lines of one page; as many as come with the day itself. */
const linesOfPage = 50;

type DayLine = CallOutput<'today.list'>['rows'][number];

/** One list of the day, page by page. */
export type DayPages = {
  readonly items: readonly DayLine[];
  /** Lines of the whole list. */
  readonly total: number;
  /** Number of the first line shown, from 0. */
  readonly offset: number;
  readonly more: boolean;
  readonly go: (pages: 1 | -1) => void;
};

/** The first page comes with the day; others are asked for. Back leads to the page left. A list that became shorter shows its last page. */
export function useDayPages(
  list: CallInput<'today.list'>['list'],
  first: readonly DayLine[],
  firstTotal: number,
): DayPages {
  const [{ first: wanted }, change] = useListPart(`today:${list}`);
  const offset = Math.min(wanted, Math.max(0, Math.ceil(firstTotal / linesOfPage) - 1) * linesOfPage);
  const asked = useAsk('today.list', offset === 0 ? undefined : { list, offset, limit: linesOfPage });
  const page = offset === 0 ? { total: firstTotal, rows: first } : (asked.last ?? { total: firstTotal, rows: [] });
  return {
    items: page.rows,
    total: page.total,
    offset,
    more: offset + linesOfPage < page.total,
    go: (pages) => change({ first: offset + pages * linesOfPage }),
  };
}
