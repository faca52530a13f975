import { noteAbout } from '#electron/store/tables/about.ts';
import { findClaim, nextClaimPosition, putClaim, removeClaim } from '#electron/store/tables/claims.ts';
import { addNote, removeNote } from '#electron/store/tables/notes.ts';
import { findParty, nextPartyPosition, putParty, removeParty } from '#electron/store/tables/parties.ts';
import type { Projector } from '../journal/projector.ts';
import { readObjects, readText, readTexts } from '../read-fields.ts';
import { forgetParties, noteParties } from './party-keys.ts';
import { dossierOf } from './project-life.ts';
import { changedBy, claimIn, partyIn } from './read-members.ts';
import { changeDossier } from './refresh-dossier.ts';

/** A party is added or changed; one whose text was erased keeps what is known of it. */
export const projectParty: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const dossier = dossierOf(arrived);
  const id = readText(entry.parsed.facts, 'party');
  const known = findParty(tx, dossier, id);
  const said = partyIn(content, { id, dossier, position: known?.position ?? nextPartyPosition(tx, dossier) });
  const party = known ? changedBy(known, said, content) : said;
  putParty(tx, party);
  if (known) forgetParties(tx, dossier, [known]);
  noteParties(tx, dossier, [party]);
  noteAbout(tx, id, entry.id, n);
  changeDossier(tx, dossier, n, {});
};

/** A party is taken off the file. */
export const projectPartyRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  const id = readText(arrived.entry.parsed.facts, 'party');
  const known = findParty(tx, dossier, id);
  removeParty(tx, dossier, id);
  if (known) forgetParties(tx, dossier, [known]);
  changeDossier(tx, dossier, arrived.n, {});
};

/** Many parties join at once; those whose text was erased are there with their ids alone. */
export const projectParties: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const dossier = dossierOf(arrived);
  const said = new Map(readObjects(content, 'parties').map((fields) => [readText(fields, 'id'), fields]));
  const first = nextPartyPosition(tx, dossier);
  const rows = readTexts(entry.parsed.facts, 'parties').map((id, index) =>
    partyIn(said.get(id), { id, dossier, position: first + index }),
  );
  for (const row of rows) {
    putParty(tx, row);
    noteAbout(tx, row.id, entry.id, n);
  }
  noteParties(tx, dossier, rows);
  changeDossier(tx, dossier, n, {});
};

/** Parties who joined at once leave together. */
export const projectPartiesRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  const gone = readTexts(arrived.entry.parsed.facts, 'parties').flatMap((id) => findParty(tx, dossier, id) ?? []);
  for (const { id } of gone) removeParty(tx, dossier, id);
  forgetParties(tx, dossier, gone);
  changeDossier(tx, dossier, arrived.n, {});
};

/** A claim or matter is added or changed. */
export const projectClaim: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const dossier = dossierOf(arrived);
  const id = readText(entry.parsed.facts, 'claim');
  const known = findClaim(tx, dossier, id);
  const said = claimIn(content, { id, dossier, position: known?.position ?? nextClaimPosition(tx, dossier) });
  putClaim(tx, known ? changedBy(known, said, content) : said);
  noteAbout(tx, id, entry.id, n);
  changeDossier(tx, dossier, n, {});
};

/** A claim or matter is taken off the file. */
export const projectClaimRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  removeClaim(tx, dossier, readText(arrived.entry.parsed.facts, 'claim'));
  changeDossier(tx, dossier, arrived.n, {});
};

/** A note is taken back. */
export const projectNoteRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  removeNote(tx, dossier, readText(arrived.entry.parsed.facts, 'note'));
  changeDossier(tx, dossier, arrived.n, {});
};

/** A note is added. */
export const projectNote: Projector = (tx, arrived) => {
  const { actor, at, facts } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  addNote(tx, { id: readText(facts, 'note'), dossier, at, person: actor, text: readText(arrived.content, 'text') });
  changeDossier(tx, dossier, arrived.n, {});
};
