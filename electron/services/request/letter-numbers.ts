import type { ReadDb } from '#electron/store/db.ts';
import { nextInSeries, type SeriesPlace } from '#electron/store/tables/number-series.ts';
import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { writeNumber } from '#shared/domain/numbering/template.ts';
import { numberTemplate } from '../office/office-settings.ts';

/** A number with its place in its series. */
export type Numbered = { readonly number: string; readonly given: SeriesPlace };

function next(db: ReadDb, which: NumberSeries, on: LocalDate): Numbered {
  const template = numberTemplate(db, which);
  const year = yearOf(on);
  // A series is everything that reads alike but for the running number, so no two papers can bear the same one.
  const series = writeNumber({ ...template, pattern: template.pattern.replace('{seq}', '#') }, year, 0);
  const counted = template.perYear ? year : 0;
  const given = { series, year: counted, seq: nextInSeries(db, series, counted) };
  return { number: writeNumber(template, year, given.seq), given };
}

/** The next letter number (文号) of this office for a kind of office work. */
export function nextLetterNumber(db: ReadDb, side: 'arb' | 'lsi', on: LocalDate): Numbered {
  return next(db, side === 'arb' ? 'arb-letter' : 'lsi-letter', on);
}

/** The next receipt number (收文编号) of this office. */
export function nextRegisterNumber(db: ReadDb, on: LocalDate): Numbered {
  return next(db, 'register', on);
}
