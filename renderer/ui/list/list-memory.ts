/** Where a person left a list: row selected, scroll in pixels. */
export type ListPlace = { readonly selected: number; readonly scrollTop: number };

const places = new Map<string, ListPlace>();

/** The place a list was left at in this window; the top when it was not shown yet. */
export function placeOf(list: string): ListPlace {
  return places.get(list) ?? { selected: 0, scrollTop: 0 };
}

/** Remembers the place until the window closes. `list` names list and filter, so that a changed filter begins at the top. */
export function keepPlace(list: string, place: ListPlace): void {
  places.set(list, place);
}
