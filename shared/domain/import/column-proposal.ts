import { importFields } from './import-field.ts';

/** Which field each column holds, by the place of the column; '' for one that is left out. */
export type Columns = readonly string[];

/** A title as it is compared: no blanks, nothing in brackets, no marks. */
export function comparedTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replaceAll(/[\s\p{P}\p{S}\p{Cc}\p{Cf}]/gu, '')
    .toUpperCase();
}

/** What tells one form of a table from another, whatever stands in its lines: its titles in their order. */
export function titlesText(titles: readonly string[]): string {
  return titles.map(comparedTitle).join('\n');
}

const places: ReadonlyMap<string, { readonly code: string; readonly rank: number }> = new Map(
  importFields
    .flatMap(({ code, titles }) => titles.map((title, rank) => [comparedTitle(title), { code, rank }] as const))
    .toReversed(),
);

/** The field each title most likely means. No field is proposed twice: the more usual title has it. */
export function proposeColumns(titles: readonly string[]): Columns {
  const found = titles.map((title) => places.get(comparedTitle(title)));
  return found.map((place, column) => {
    if (place === undefined) return '';
    const better = found.some(
      (other, at) =>
        other?.code === place.code && (other.rank < place.rank || (other.rank === place.rank && at < column)),
    );
    return better ? '' : place.code;
  });
}

/** How many cells of a line are titles the program knows: the line with most of them is the head of the table. */
export function knownTitles(texts: readonly string[]): number {
  return texts.filter((text) => places.has(comparedTitle(text))).length;
}
