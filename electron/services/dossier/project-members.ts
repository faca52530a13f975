import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { findClaim, nextClaimPosition, putClaim, removeClaim } from '#electron/store/tables/claims.ts';
import { addDossierFile, removeDossierFile } from '#electron/store/tables/dossier-files.ts';
import { wantFileText } from '#electron/store/tables/file-texts.ts';
import { addNote } from '#electron/store/tables/notes.ts';
import { findParty, nextPartyPosition, putParty, removeParty } from '#electron/store/tables/parties.ts';
import type { ManifestId } from '#shared/base/ids.ts';
import { readingKind } from '#shared/reading/kind.ts';
import type { Projector } from '../journal/projector.ts';
import { readNumber, readText } from '../read-fields.ts';
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
  putParty(tx, known ? changedBy(known, said, content) : said);
  noteAbout(tx, id, entry.id, n);
  changeDossier(tx, dossier, n, {});
};

/** A party is taken off the file. */
export const projectPartyRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  removeParty(tx, dossier, readText(arrived.entry.parsed.facts, 'party'));
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

/** A note is added. */
export const projectNote: Projector = (tx, arrived) => {
  const { actor, at, facts } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  addNote(tx, { id: readText(facts, 'note'), dossier, at, person: actor, text: readText(arrived.content, 'text') });
  changeDossier(tx, dossier, arrived.n, {});
};

/** A document is put on the file. */
export const projectFile: Projector = (tx, arrived) => {
  const { actor, facts, on } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  addDossierFile(tx, {
    ...{ id: readText(facts, 'file'), dossier, manifest: readText(facts, 'manifest') as ManifestId },
    ...{ name: readText(arrived.content, 'name'), size: readNumber(facts, 'size') ?? 0, mime: readText(facts, 'mime') },
    ...{ volume: readText(facts, 'volume') === 'sub' ? 'sub' : 'main', addedOn: on.slice(0, 10), person: actor },
    note: readText(arrived.content, 'note'),
  });
  wantText(tx, arrived);
  changeDossier(tx, dossier, arrived.n, {});
};

/** Notes that the text of a document is to be read for searching, when its kind has one. */
function wantText(tx: WriteDb, { entry, content }: Parameters<Projector>[1]): void {
  const kind = readingKind(readText(entry.parsed.facts, 'mime'), readText(content, 'name'));
  if (kind !== undefined && kind !== 'picture')
    wantFileText(tx, readText(entry.parsed.facts, 'manifest') as ManifestId);
}

/** A document is taken off the file. */
export const projectFileRemoved: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  removeDossierFile(tx, dossier, readText(arrived.entry.parsed.facts, 'file'));
  changeDossier(tx, dossier, arrived.n, {});
};
