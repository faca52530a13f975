import type { WriteDb } from '#electron/store/db.ts';
import { putSearchText } from '#electron/store/search/search-index.ts';
import { dossierFilesOf } from '#electron/store/tables/dossier-files.ts';
import { leadNumber } from '#electron/store/tables/dossier-joinings.ts';
import { type DossierRow, dossierN, dossierText, findDossier, putDossier } from '#electron/store/tables/dossiers.ts';
import { fileTextsOf } from '#electron/store/tables/file-texts.ts';
import { notesOf } from '#electron/store/tables/notes.ts';
import { type PartyRow, partiesOf } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { dossierTitle } from './dossier-title.ts';
import { numberSortKey, searchTextOf } from './search-text.ts';
import { stageOf } from './standing.ts';

/** What follows from the rest of a file: its line in lists, its place among the numbers, where it stands, who leads it. */
type Derived = Pick<DossierRow, 'title' | 'numberKey' | 'stage' | 'leadNo'>;

type Said = Omit<DossierRow, keyof Derived>;

/** The one place where everything a file is found by comes together. */
function keepSearch(tx: WriteDb, row: Said, parties: readonly PartyRow[]): void {
  const n = dossierN(tx, row.id);
  if (n === undefined) return;
  const documents = dossierFilesOf(tx, row.id).flatMap(({ name, note }) => [name, note]);
  const notes = notesOf(tx, row.id).map(({ text }) => text);
  const texts = [dossierText(tx, row.id).summary, ...notes, ...documents, ...fileTextsOf(tx, row.id)];
  putSearchText(tx, n, searchTextOf({ ...row, parties, texts }));
}

/** Keeps a file with everything that follows from its fields and its parties; `midway` leaves what it is found by for later. */
export function keepDossier(tx: WriteDb, row: Said, midway = false): void {
  const parties = partiesOf(tx, row.id);
  putDossier(tx, {
    ...row,
    title: dossierTitle(parties),
    numberKey: numberSortKey(row.caseNo ?? row.windowNo),
    stage: stageOf(tx, row),
    leadNo: leadNumber(tx, row.id),
  });
  if (!midway) keepSearch(tx, row, parties);
}

/** Changes fields of a file that is here; a fact about a file that is not here changes nothing. `n` is its revision. */
export function changeDossier(
  tx: WriteDb,
  id: DossierId,
  n: number,
  change: Partial<Omit<DossierRow, keyof Derived | 'id'>>,
  midway = false,
): void {
  const row = findDossier(tx, id);
  if (row) keepDossier(tx, { ...row, ...change, revision: n }, midway);
}

/** Brings what a file is found by up to date after the text of one of its documents was read; its revision stays. */
export function refreshSearch(tx: WriteDb, id: DossierId): void {
  const row = findDossier(tx, id);
  if (row) keepSearch(tx, row, partiesOf(tx, id));
}
