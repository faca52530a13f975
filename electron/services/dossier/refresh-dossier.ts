import type { WriteDb } from '#electron/store/db.ts';
import { type DossierRow, findDossier, putDossier } from '#electron/store/tables/dossiers.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { dossierTitle } from './dossier-title.ts';
import { numberSortKey, searchTextOf } from './search-text.ts';

/** What follows from the rest of a file: its line in lists, its search text and its place among the numbers. */
type Derived = Pick<DossierRow, 'title' | 'search' | 'numberKey'>;

/** Keeps a file with everything that follows from its fields and its parties. */
export function keepDossier(tx: WriteDb, row: Omit<DossierRow, keyof Derived>): void {
  const parties = partiesOf(tx, row.id);
  putDossier(tx, {
    ...row,
    title: dossierTitle(parties),
    search: searchTextOf(row, parties),
    numberKey: numberSortKey(row.caseNo ?? row.windowNo),
  });
}

/** Changes fields of a file that is here; a fact about a file that is not here changes nothing. `n` is its revision. */
export function changeDossier(
  tx: WriteDb,
  id: DossierId,
  n: number,
  change: Partial<Omit<DossierRow, keyof Derived | 'id'>>,
): void {
  const row = findDossier(tx, id);
  if (row) keepDossier(tx, { ...row, ...change, revision: n });
}
