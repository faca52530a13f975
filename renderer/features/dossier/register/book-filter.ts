import { useSearchParams } from 'react-router';
import type { LocalDate } from '#shared/base/local-date.ts';
import { yearOf } from '#shared/base/local-date.ts';

/** The books of an office, in the order of a file's life. */
export const books = ['received', 'accepted', 'closed'] as const;

/** Which lines of which book are shown; month 0 is the whole year, `part` counts papers from 0. */
export type BookFilter = {
  readonly book: (typeof books)[number];
  readonly side: 'both' | 'arb' | 'lsi';
  /** Code of a branch, '' for the office itself, 'all' for every number. */
  readonly branch: string;
  readonly year: number;
  readonly month: number;
  readonly part: number;
};

function numberIn(text: string | null, least: number, most: number, otherwise: number): number {
  const read = Number(text);
  return text !== null && Number.isInteger(read) && read >= least && read <= most ? read : otherwise;
}

/** The filter stands in the address, so that Back and links lead to the same lines. */
export function useBookFilter(today: LocalDate): readonly [BookFilter, (change: Partial<BookFilter>) => void] {
  const [query, setQuery] = useSearchParams();
  const filter: BookFilter = {
    book: books.find((book) => book === query.get('book')) ?? 'received',
    side: (['arb', 'lsi'] as const).find((side) => side === query.get('side')) ?? 'both',
    branch: query.get('branch') ?? 'all',
    year: numberIn(query.get('year'), 1980, 2199, yearOf(today)),
    month: numberIn(query.get('month'), 0, 12, 0),
    part: numberIn(query.get('part'), 0, 999, 0),
  };
  const change = (next: Partial<BookFilter>): void => {
    // Other lines begin with their first paper.
    const { book, side, branch, year, month, part } = { ...filter, part: 0, ...next };
    setQuery({ book, side, branch, year: String(year), month: String(month), part: String(part) }, { replace: true });
  };
  return [filter, change];
}
