import type { ReadDb } from '#electron/store/db.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { type LocalDate, yearOf } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from './dossier-now.ts';
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
  return giveUnder(db, wanted, under);
}

/** What the case number would read if the file were accepted now; it is given to nobody by asking. */
export const previewNumber: Handler<'dossier.nextNumber'> = ({ open }, { dossier, ...asked }) => {
  const row = knownDossier(open.store.db, dossier);
  if (!row.ok) return row;
  const number = nextCaseNumber(open.store.db, row.value, asked);
  return number.ok ? ok({ number: number.value.text }) : number;
};
