import type { WriteDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { dropSplit } from '#electron/store/tables/employer-parties.ts';
import { releaseGiven } from '#electron/store/tables/given-numbers.ts';
import { partiesOf, removeParty } from '#electron/store/tables/parties.ts';
import { dropDossier } from '#electron/store/tables/withdrawn-dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { forgetParties } from './party-keys.ts';

/**
 * Takes a file nobody worked on out of every list; false when it is not here. Its facts stay in their chain, its numbers
 * are free again.
 */
export function leaveLists(tx: WriteDb, dossier: DossierId): boolean {
  if (findDossier(tx, dossier) === undefined) return false;
  const parties = partiesOf(tx, dossier);
  for (const { id } of parties) {
    removeParty(tx, dossier, id);
    dropSplit(tx, id);
  }
  forgetParties(tx, dossier, parties);
  releaseGiven(tx, dossier);
  dropDossier(tx, dossier);
  return true;
}
