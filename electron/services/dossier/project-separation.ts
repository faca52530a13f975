import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { nextClaimPosition, putClaim, removeClaim } from '#electron/store/tables/claims.ts';
import { dropLinks, putLink } from '#electron/store/tables/dossier-links.ts';
import { findParty, nextPartyPosition, putParty, removeParty } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readObjects, readText, readTexts } from '../read-fields.ts';
import { leaveLists } from './leave-lists.ts';
import { forgetParties, noteParties } from './party-keys.ts';
import { dossierOf } from './project-life.ts';
import { claimIn, partyIn } from './read-members.ts';
import { changeDossier } from './refresh-dossier.ts';

/** The file the parties went over into. Ids of a stored header were checked before. */
function otherOf({ entry }: Arrived): DossierId {
  return readText(entry.parsed.facts, 'other') as DossierId;
}

function leave(tx: WriteDb, arrived: Arrived): void {
  const dossier = dossierOf(arrived);
  const { facts } = arrived.entry.parsed;
  const gone = readTexts(facts, 'parties').flatMap((id) => findParty(tx, dossier, id) ?? []);
  for (const { id } of gone) removeParty(tx, dossier, id);
  forgetParties(tx, dossier, gone);
  for (const id of readTexts(facts, 'claims')) removeClaim(tx, dossier, id);
}

/** Parties and claims left a file for a new one; the act stands in the history of both. */
export const projectSeparated: Projector = (tx, arrived) => {
  const [dossier, other] = [dossierOf(arrived), otherOf(arrived)];
  leave(tx, arrived);
  putLink(tx, { dossier, other, kind: 'taken-out' });
  noteAbout(tx, other, arrived.entry.id, arrived.n);
  changeDossier(tx, other, arrived.n, {});
  changeDossier(tx, dossier, arrived.n, {});
};

/** Puts members back under their ids; those whose text was erased are there with their ids alone. */
function comeBack(tx: WriteDb, { entry, content, n }: Arrived, dossier: DossierId): void {
  const { facts } = entry.parsed;
  const said = (key: string) => new Map(readObjects(content, key).map((fields) => [readText(fields, 'id'), fields]));
  const [parties, claims] = [said('parties'), said('claims')];
  const rows = readTexts(facts, 'parties').map((id) => {
    const row = partyIn(parties.get(id), { id, dossier, position: nextPartyPosition(tx, dossier) });
    putParty(tx, row);
    noteAbout(tx, id, entry.id, n);
    return row;
  });
  noteParties(tx, dossier, rows);
  for (const id of readTexts(facts, 'claims')) {
    putClaim(tx, claimIn(claims.get(id), { id, dossier, position: nextClaimPosition(tx, dossier) }));
    noteAbout(tx, id, entry.id, n);
  }
}

/** The separation never was: the new file leaves every list, and who and what had gone over comes back. */
export const projectSeparationUndone: Projector = (tx, arrived) => {
  const [dossier, other] = [dossierOf(arrived), otherOf(arrived)];
  dropLinks(tx, dossier, other);
  leaveLists(tx, other);
  comeBack(tx, arrived, dossier);
  changeDossier(tx, dossier, arrived.n, {});
};
