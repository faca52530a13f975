import { useSearchParams } from 'react-router';
import { addDays, type LocalDate, parseLocalDate, weekday } from '#shared/base/local-date.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';

/** What the deadlines are narrowed by. */
export type Narrowed = Pick<HandlerInput<'deadline.list'>, 'state' | 'side' | 'rule' | 'person'>;

/** What the section shows, as its address says it: Back and a new start lead to the same view. */
export type PagePlace = Narrowed & {
  readonly view: 'month' | 'week' | 'list';
  /** A day of the month or week on view; the list shows that day alone. Null for today, and for the whole list. */
  readonly day: LocalDate | null;
};

const choices = {
  view: ['month', 'week', 'list'],
  state: ['running', 'suspended', 'stopped'],
  side: ['all', 'arb', 'lsi', 'req'],
} as const;

function oneOf<K extends keyof typeof choices>(key: K, said: string | null): (typeof choices)[K][number] {
  const list: readonly (typeof choices)[K][number][] = choices[key];
  return list.find((one) => one === said) ?? choices[key][0];
}

const personIn = (said: string | null): Narrowed['person'] =>
  // The backend refuses what is no id of a person.
  said !== null && /^[0-9a-f-]{36}$/.test(said) ? (said as NonNullable<Narrowed['person']>) : null;

/** Reads the place out of an address; anything odd there counts as not said. */
export function readPlace(query: URLSearchParams): PagePlace {
  return {
    view: oneOf('view', query.get('view')),
    state: oneOf('state', query.get('state')),
    side: oneOf('side', query.get('side')),
    rule: /^[A-Z0-9._]{1,60}$/.test(query.get('rule') ?? '') ? (query.get('rule') ?? '') : '',
    person: personIn(query.get('person')),
    day: parseLocalDate(query.get('day') ?? '') ?? null,
  };
}

/** Writes a place as an address says it: only what differs from the month of today. */
export function writePlace(place: PagePlace): Record<string, string> {
  const usual = readPlace(new URLSearchParams());
  const said: Record<string, string> = {};
  for (const key of ['view', 'state', 'side', 'rule', 'person', 'day'] as const) {
    const value = place[key];
    if (value !== null && value !== usual[key]) said[key] = value;
  }
  return said;
}

/** The place of the address and how it is changed; a change replaces the address, so that Back leaves the section. */
export function usePagePlace(): readonly [PagePlace, (change: Partial<PagePlace>) => void] {
  const [query, setQuery] = useSearchParams();
  return [
    readPlace(query),
    (change) => {
      setQuery((before) => writePlace({ ...readPlace(before), ...change }), { replace: true });
    },
  ];
}

/** The days on view: the week of a day from Monday on, or the whole weeks of its month. */
export function daysOnView(view: 'month' | 'week', day: LocalDate): readonly LocalDate[] {
  const first = view === 'week' ? day : addDays(day, 1 - Number(day.slice(8)));
  const monday = addDays(first, 1 - weekday(first));
  const days = Array.from({ length: view === 'week' ? 7 : 42 }, (_, index) => addDays(monday, index));
  const month = day.slice(0, 7);
  return view === 'week'
    ? days
    : days.slice(0, Math.ceil((days.findLastIndex((one) => one.startsWith(month)) + 1) / 7) * 7);
}

/** The same day of the month before or after, or a week earlier or later. */
export function turned(view: 'month' | 'week', day: LocalDate, by: 1 | -1): LocalDate {
  if (view === 'week') return addDays(day, 7 * by);
  const first = addDays(day, 1 - Number(day.slice(8)));
  return by === 1 ? addDays(addDays(first, 31), 1 - Number(addDays(first, 31).slice(8))) : monthBefore(first);
}

function monthBefore(first: LocalDate): LocalDate {
  const last = addDays(first, -1);
  return addDays(last, 1 - Number(last.slice(8)));
}
