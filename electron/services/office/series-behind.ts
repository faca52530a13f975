import type { ReadDb } from '#electron/store/db.ts';
import { everyGiven } from '#electron/store/tables/given-numbers.ts';
import type { SeriesPlace } from '#electron/store/tables/number-series.ts';
import { branchSeries } from '#shared/domain/numbering/branch.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { readInSeries, type SeriesTemplate } from '#shared/domain/numbering/read-number.ts';
import { branchesOf, templateFor } from './office-settings.ts';

/** A pattern that comes into force for a series of numbers of files. */
export type NewPattern = { readonly series: NumberSeries; readonly pattern: string };

/** The templates of the office and of its branches by a pattern, one for each series they are counted in. */
function templatesOf(db: ReadDb, region: string, { series, pattern }: NewPattern): readonly SeriesTemplate[] {
  const all = [{ code: '', word: '' }, ...branchesOf(db)].map(({ code, word }) => {
    const template = templateFor(series, pattern, region, word);
    return { series: branchSeries(series, template, code), template };
  });
  return all.filter((one, at) => all.findIndex(({ series: name }) => name === one.series) === at);
}

/**
 * Where series go on with new patterns: behind the highest of the numbers here that read as theirs and stand in another
 * place, since they were taken from a ledger or written by an earlier pattern. Without it the series would come to a number
 * a file bears, and could give none any more.
 */
export function seriesBehind(db: ReadDb, region: string, patterns: readonly NewPattern[]): readonly SeriesPlace[] {
  if (patterns.length === 0) return [];
  const readers = patterns.map((one) => templatesOf(db, region, one));
  const highest = new Map<string, SeriesPlace>();
  for (const { series, year, seq, text } of everyGiven(db)) {
    for (const templates of readers) {
      const place = readInSeries(templates, text);
      if (place === undefined || (place.series === series && place.year === year && place.seq === seq)) continue;
      const key = `${place.series}/${place.year}`;
      const known = highest.get(key);
      if (known === undefined || known.seq < place.seq) highest.set(key, place);
    }
  }
  return [...highest.values()];
}
