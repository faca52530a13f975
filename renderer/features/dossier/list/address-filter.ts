import { useSearchParams } from 'react-router';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { dossierFilter } from '#shared/contract/dossier.ts';

/** What the register shows. */
export type ListFilter = HandlerInput<'dossier.list'>['filter'];

const everything: ListFilter = dossierFilter.parse({});

/** Reads the filter out of the address; anything odd there counts as not said. */
export function readFilter(query: URLSearchParams): ListFilter {
  const said = {
    text: query.get('text') ?? undefined,
    side: query.get('side') ?? undefined,
    status: query.get('status') ?? undefined,
    mine: query.get('mine') === '1' ? true : undefined,
    sort: query.get('sort') ?? undefined,
  };
  const entries = Object.entries(said).filter(([key, value]) => {
    const field = dossierFilter.shape[key as keyof ListFilter];
    return value !== undefined && field.safeParse(value).success;
  });
  return dossierFilter.parse(Object.fromEntries(entries));
}

/** Writes a filter as an address says it: only what differs from the usual. */
export function writeFilter(filter: ListFilter): Record<string, string> {
  const said: Record<string, string> = {};
  for (const key of ['text', 'side', 'status', 'sort'] as const) {
    if (filter[key] !== everything[key]) said[key] = filter[key];
  }
  if (filter.mine) said['mine'] = '1';
  return said;
}

/** The address of the register narrowed by a filter. */
export function filterAddress(filter: ListFilter): string {
  const query = new URLSearchParams(writeFilter(filter)).toString();
  return query === '' ? '#/dossiers' : `#/dossiers?${query}`;
}

/** The filter of the address, and how it is changed; a change replaces the address, so that Back leaves the list. */
export function useAddressFilter(): readonly [ListFilter, (change: Partial<ListFilter>) => void] {
  const [query, setQuery] = useSearchParams();
  const filter = readFilter(query);
  return [
    filter,
    (change) => {
      setQuery((before) => writeFilter({ ...readFilter(before), ...change }), { replace: true });
    },
  ];
}
