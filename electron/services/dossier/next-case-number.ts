import type { ReadDb } from '#electron/store/db.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { NumberGiven } from './facts.ts';
import { giveNumber, giveUnder } from './give-number.ts';

/** How a file is to be numbered: on a day, by a branch, with a number of its own or under that of another file. */
type Asked = { readonly on: LocalDate; readonly branch: string; readonly under: DossierId | null };

/** The case number a file would be given now. */
export function nextCaseNumber(
  db: ReadDb,
  { id, side }: Pick<DossierRow, 'id' | 'side'>,
  { on, branch, under }: Asked,
): Result<NumberGiven, Failure> {
  const wanted = { series: side === 'arb' ? 'arb-case' : 'lsi-case', year: yearOf(on), branch } as const;
  if (under === null) return ok(giveNumber(db, wanted));
  if (under === id) return err({ ...refused('number.lead-is-itself'), field: 'under' });
  const lead = findDossier(db, under);
  return lead === undefined ? err({ ...notFound('dossier'), field: 'under' }) : giveUnder(db, wanted, lead);
}
