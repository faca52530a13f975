import { useAsk } from '#renderer/app/api/use-ask.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { BookFilter } from './book-filter.ts';

/** A line of a book. */
export type BookRow = CallOutput<'register.list'>['rows'][number];

/** The lines of a book as far as one paper takes them. */
export type Book = {
  readonly total: number | undefined;
  readonly rows: readonly BookRow[];
  /** Every line the paper takes has come. */
  readonly whole: boolean;
  readonly failure: Failure | undefined;
  readonly again: () => void;
};

const linesOfPart = 200;
/** Lines one paper takes; with more they come out on several papers. */
export const mostLines = 1000;

/** All lines of a book for one paper, in five parts that are asked for only as far as there are lines. */
export function useBook({ part: paper, ...filter }: BookFilter): Book {
  const from = paper * mostLines;
  const first = useAsk('register.list', { ...filter, offset: from, limit: linesOfPart });
  const total = first.data?.total;
  const part = (slot: number): CallInput<'register.list'> | undefined =>
    total !== undefined && total > from + slot * linesOfPart
      ? { ...filter, offset: from + slot * linesOfPart, limit: linesOfPart }
      : undefined;
  const more = [
    useAsk('register.list', part(1)),
    useAsk('register.list', part(2)),
    useAsk('register.list', part(3)),
    useAsk('register.list', part(4)),
  ];
  const parts = [first, ...more];
  const rows = parts.flatMap(({ data }) => data?.rows ?? []);
  return {
    ...{ total, rows, whole: total !== undefined && rows.length >= Math.min(total - from, mostLines) },
    failure: parts.find(({ failure }) => failure !== undefined)?.failure,
    again: () => {
      for (const one of parts) one.again();
    },
  };
}
