import type { ReadDb } from '#electron/store/db.ts';
import { type GivenNumber, nextInSeries } from '#electron/store/tables/number-series.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import { defaultTemplate, type NumberSeries, placeWord } from '#shared/domain/numbering/default-templates.ts';
import { type NumberTemplate, writeNumber } from '#shared/domain/numbering/template.ts';
import { regionName } from '#shared/domain/region/region.ts';

/** A number with its place in its series. */
export type Numbered = { readonly number: string; readonly given: GivenNumber };

function next(db: ReadDb, template: NumberTemplate, on: LocalDate): Numbered {
  const year = yearOf(on);
  // A series is everything that reads alike but for the running number, so no two papers can bear the same one.
  const series = writeNumber({ ...template, pattern: template.pattern.replace('{seq}', '#') }, year, 0);
  const given = { series, year: template.perYear ? year : 0, seq: nextInSeries(db, series, template.perYear ? year : 0) };
  return { number: writeNumber(template, year, given.seq), given };
}

function templateOf(db: ReadDb, series: NumberSeries): NumberTemplate {
  return defaultTemplate(series, placeWord(regionName(findOffice(db)?.region ?? '')));
}

/** The next letter number (文号) of this office for a kind of office work; `pattern` is what the office has set, if anything. */
export function nextLetterNumber(db: ReadDb, side: 'arb' | 'lsi', pattern: string | undefined, on: LocalDate): Numbered {
  const usual = templateOf(db, side === 'arb' ? 'arb-letter' : 'lsi-letter');
  if (!pattern) return next(db, usual, on);
  return next(db, { ...usual, pattern, perYear: pattern.includes('{year}') }, on);
}

/** The next receipt number (收文编号) of this office. */
export function nextRegisterNumber(db: ReadDb, on: LocalDate): Numbered {
  return next(db, templateOf(db, 'register'), on);
}
