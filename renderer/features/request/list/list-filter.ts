import { useSearchParams } from 'react-router';

/** What the section shows: kept in the address, so that coming back brings it back. */
export type RequestFilter = {
  readonly view: 'board' | 'list';
  readonly direction: 'all' | 'out' | 'in';
  readonly actor: 'all' | 'us' | 'them' | 'nobody';
  readonly text: string;
};

function oneOf<T extends string>(value: string | null, allowed: readonly T[], other: T): T {
  return allowed.find((one) => one === value) ?? other;
}

/** The filter of the address, and how to change a part of it without another step in the history. */
export function useRequestFilter(): readonly [RequestFilter, (change: Partial<RequestFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter: RequestFilter = {
    view: oneOf(search.get('view'), ['board', 'list'], 'board'),
    direction: oneOf(search.get('direction'), ['all', 'out', 'in'], 'all'),
    actor: oneOf(search.get('actor'), ['all', 'us', 'them', 'nobody'], 'all'),
    text: search.get('text') ?? '',
  };
  const change = (part: Partial<RequestFilter>): void => {
    setSearch({ ...filter, ...part }, { replace: true });
  };
  return [filter, change];
}
