import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { dropLinks, putLink } from '#electron/store/tables/dossier-links.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readText } from '../read-fields.ts';
import { dossierOf } from './project-life.ts';
import { changeDossier } from './refresh-dossier.ts';

/** The other file of a tie; the act stands in its history too. */
function noteOther(tx: WriteDb, { entry, n }: Arrived): DossierId {
  // Ids of a stored header were checked when it was written or verified.
  const other = readText(entry.parsed.facts, 'other') as DossierId;
  if (findDossier(tx, other)) {
    noteAbout(tx, other, entry.id, n);
    changeDossier(tx, other, n, {});
  }
  return other;
}

/** Two files are tied together. */
export const projectLinked: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  const other = noteOther(tx, arrived);
  putLink(tx, { dossier, other, kind: readText(arrived.entry.parsed.facts, 'link') });
  changeDossier(tx, dossier, arrived.n, {});
};

/** The ties between two files are taken away; that there were any stays in the history of both. */
export const projectUnlinked: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  dropLinks(tx, dossier, noteOther(tx, arrived));
  changeDossier(tx, dossier, arrived.n, {});
};
