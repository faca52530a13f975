import type { WriteDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { dropSplit } from '#electron/store/tables/employer-parties.ts';
import { releaseGiven } from '#electron/store/tables/given-numbers.ts';
import { dropImportFile } from '#electron/store/tables/imports.ts';
import { partiesOf, removeParty } from '#electron/store/tables/parties.ts';
import { dropDossier } from '#electron/store/tables/withdrawn-dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { forgetParties } from '../dossier/party-keys.ts';

/**
 * Takes a file that came with an import out of every list. Its facts stay in their chain; its numbers are free again,
 * since this office never gave them. Only for a file nobody worked on.
 */
export function withdrawDossier(tx: WriteDb, batch: string, dossier: DossierId): void {
  if (findDossier(tx, dossier) === undefined) return;
  const parties = partiesOf(tx, dossier);
  for (const { id } of parties) {
    removeParty(tx, dossier, id);
    dropSplit(tx, id);
  }
  forgetParties(tx, dossier, parties);
  releaseGiven(tx, dossier);
  dropDossier(tx, dossier);
  dropImportFile(tx, batch, dossier);
}
