import type { ReadDb } from '#electron/store/db.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { isGiven, nextUnder, numberBorne, textAt } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { branchSeries } from '#shared/domain/numbering/branch.ts';
import type { NumberSeries } from '#shared/domain/numbering/default-templates.ts';
import { mostSubNumbers, subNumber } from '#shared/domain/numbering/sub-number.ts';
import { type NumberTemplate, writeNumber } from '#shared/domain/numbering/template.ts';
import { branchesOf, numberTemplate, subStyle } from '../office/office-settings.ts';
import type { NumberGiven } from './facts.ts';

/** Which number is wanted: of a series, in a year, by a branch ('' for the office itself). */
export type Wanted = { readonly series: NumberSeries; readonly year: number; readonly branch: string };

/**
 * The next number of a series in a year, by the template in force. It is taken when the fact that names it is projected,
 * in the same transaction: a refused act leaves no hole.
 */
export function giveNumber(db: ReadDb, { series, year, branch }: Wanted): NumberGiven {
  const template = numberTemplate(db, series, branch);
  const counted = template.perYear ? year : 0;
  const own = branchSeries(series, template, branch);
  const seq = nextInSeries(db, own, counted);
  return { series: own, year: counted, seq, part: 0, text: writeNumber(template, year, seq) };
}

/** The number with what follows it: where its template puts it, or behind it when the template has no place for it. */
function behind(template: NumberTemplate, main: Omit<NumberGiven, 'part'>, suffix: string): string {
  const again = writeNumber(template, main.year, main.seq);
  const placed = writeNumber(template, main.year, main.seq, suffix);
  return again === main.text && placed !== again ? placed : `${main.text}${suffix}`;
}

/**
 * The next number under the one another file bears (分号): files taken on together share one, told apart by -1 or 之一. It
 * is the number that file bears, whichever series it was given in. Refused when it bears none, is of another kind or
 * another branch, or is itself under one whose writing is not here.
 */
export function giveUnder(db: ReadDb, wanted: Wanted, lead: DossierRow): Result<NumberGiven, Failure> {
  const refusal = (code: string): Result<never, Failure> => err({ ...refused(code), field: 'under' });
  const ours = lead.branch === wanted.branch && wanted.series === `${lead.side}-case`;
  const borne = ours && lead.caseNo !== null ? numberBorne(db, lead.id, lead.caseNo) : undefined;
  if (borne === undefined) return refusal('number.lead-bears-none');
  const { series, year, seq } = borne;
  const text = borne.part === 0 ? borne.text : textAt(db, { series, year, seq, part: 0 });
  if (text === undefined) return refusal('number.lead-is-under');
  const part = nextUnder(db, borne);
  if (part > mostSubNumbers) return refusal('number.too-many-under');
  const template = numberTemplate(db, wanted.series, wanted.branch);
  const suffix = subNumber(subStyle(db), part);
  return ok({ series, year, seq, part, text: behind(template, { series, year, seq, text }, suffix) });
}

/**
 * Two files never bear one number: a template changed within a year may write again what an earlier one wrote. The
 * act is refused and the number told, so that the template can be put right.
 */
export function checkFree(db: ReadDb, number: NumberGiven): Result<undefined, Failure> {
  return isGiven(db, number.text) ? err(refused('number.taken', { number: number.text })) : ok(undefined);
}

/** A branch is one of this office that still gives numbers; '' is the office itself. */
export function checkBranch(db: ReadDb, branch: string): Result<undefined, Failure> {
  if (branch === '') return ok(undefined);
  const known = branchesOf(db).find(({ code }) => code === branch);
  if (known !== undefined && !known.ended) return ok(undefined);
  return err({ ...refused(known === undefined ? 'branch.unknown' : 'branch.ended'), field: 'branch' });
}
