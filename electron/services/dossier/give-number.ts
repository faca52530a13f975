import type { ReadDb } from '#electron/store/db.ts';
import { isGiven } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { writeNumber } from '#shared/domain/numbering/template.ts';
import { numberTemplate } from '../office/office-settings.ts';
import type { NumberGiven } from './facts.ts';

/**
 * The next number of a series in a year, by the template in force. It is taken when the fact that names it is projected,
 * in the same transaction: a refused act leaves no hole.
 */
export function giveNumber(db: ReadDb, series: NumberSeries, year: number): NumberGiven {
  const template = numberTemplate(db, series);
  const counted = template.perYear ? year : 0;
  const seq = nextInSeries(db, series, counted);
  return { series, year: counted, seq, text: writeNumber(template, year, seq) };
}

/**
 * Two files never bear one number: a template changed within a year may write again what an earlier one wrote. The
 * act is refused and the number told, so that the template can be put right.
 */
export function checkFree(db: ReadDb, number: NumberGiven): Result<undefined, Failure> {
  return isGiven(db, number.text) ? err(refused('number.taken', { number: number.text })) : ok(undefined);
}
