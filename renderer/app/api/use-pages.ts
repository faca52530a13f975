import { useCallback, useState } from 'react';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { QueryName } from './api.ts';
import { pageRows, pagesOnView } from './pages-on-view.ts';
import { useAsk } from './use-ask.ts';

/** Questions that answer one page of a list: `{offset, limit}` in, `{total, rows}` out. */
export type PageName = {
  [N in QueryName]: CallOutput<N> extends { total: number; rows: readonly unknown[] }
    ? 'offset' extends keyof CallInput<N>
      ? N
      : never
    : never;
}[QueryName];

type RowOf<N extends PageName> = CallOutput<N> extends { rows: readonly (infer Row)[] } ? Row : never;

type PageOf<Row> = { readonly total: number; readonly more?: boolean; readonly rows: readonly Row[] };

/** A long list of which only the pages on view are held. */
export type Pages<Row> = {
  readonly total: number | undefined;
  /** There are more rows than were counted; `total` is how far the list may be scrolled. */
  readonly more: boolean;
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which rows are on view, first and last included. */
  readonly onView: (first: number, last: number) => void;
  readonly failure: Failure | undefined;
  readonly again: () => void;
};

/** What a list asks for besides the page. */
export type PageFilter<N extends PageName> = Omit<CallInput<N>, 'offset' | 'limit'>;

/**
 * Shows a list by pages of 50 rows. At most three pages are asked for at a time (the screen and what lies just beyond),
 * so a list of 100 000 rows costs as much as one of 150; a change asks again for these three only.
 */
export function usePages<N extends PageName>(name: N, filter: PageFilter<N>): Pages<RowOf<N>> {
  const [first, setFirst] = useState(0);
  const [count, setCount] = useState(1);
  const page = (slot: number): CallInput<N> | undefined =>
    // The filter and a page's place make up the whole input by the type of PageName.
    slot < count
      ? ({ ...filter, offset: (first + slot) * pageRows, limit: pageRows } as unknown as CallInput<N>)
      : undefined;
  const slots = [useAsk(name, page(0)), useAsk(name, page(1)), useAsk(name, page(2))];
  const pages = slots.map((slot) => slot.data as PageOf<RowOf<N>> | undefined);
  const counted = pages.find((held) => held !== undefined) ?? (slots[0]?.last as PageOf<RowOf<N>> | undefined);

  const total = counted?.total;
  const onView = useCallback(
    (from: number, to: number) => {
      const pagesThere = pagesOnView(from, to, total);
      setFirst(pagesThere.first);
      setCount(pagesThere.count);
    },
    [total],
  );
  const rowAt = (index: number): RowOf<N> | undefined =>
    pages[Math.floor(index / pageRows) - first]?.rows[index % pageRows];
  const failure = slots.find((slot) => slot.failure !== undefined)?.failure;
  return {
    total,
    more: counted?.more ?? false,
    rowAt,
    onView,
    failure,
    again: () => {
      for (const slot of slots) slot.again();
    },
  };
}
