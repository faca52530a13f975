/** Where a person left a list: row selected, what that row is of, scroll in pixels. */
export type ListPlace = {
  readonly selected: number;
  /** Names what the selected row is of, wherever it stands later; undefined while nobody has chosen a row. */
  readonly key?: string | undefined;
  readonly scrollTop: number;
};

const places = new Map<string, ListPlace>();

/** The place a list was left at in this window; the top when it was not shown yet. */
export function placeOf(list: string): ListPlace {
  return places.get(list) ?? { selected: 0, scrollTop: 0 };
}

/** Remembers the place until the window closes. `list` names list and filter, so that a changed filter begins at the top. */
export function keepPlace(list: string, place: ListPlace): void {
  places.set(list, place);
}

/** Where a person left a list that is shown part by part: first row, words looked for, whether all of it is unfolded. */
export type ListPart = { readonly first: number; readonly words: string; readonly whole: boolean };

const parts = new Map<string, ListPart>();

/** The part a list was left at in this window; its beginning when it was not shown yet. */
export function partOf(list: string): ListPart {
  return parts.get(list) ?? { first: 0, words: '', whole: false };
}

/** Remembers the part until the window closes. */
export function keepPart(list: string, part: ListPart): void {
  parts.set(list, part);
}
