import { noteAbout } from '#electron/store/tables/about.ts';
import type { Projector } from '../journal/projector.ts';
import {
  dossierOf,
  projectAccepted,
  projectAmended,
  projectClock,
  projectClosed,
  projectReceived,
} from './project-life.ts';
import {
  projectClaim,
  projectClaimRemoved,
  projectFile,
  projectFileRemoved,
  projectNote,
  projectParty,
  projectPartyRemoved,
} from './project-members.ts';

const byKind: Readonly<Record<string, Projector>> = {
  'dossier.received': projectReceived,
  'dossier.accepted': projectAccepted,
  'dossier.closed': projectClosed,
  'dossier.amended': projectAmended,
  'party.added': projectParty,
  'party.amended': projectParty,
  'party.removed': projectPartyRemoved,
  'claim.added': projectClaim,
  'claim.amended': projectClaim,
  'claim.removed': projectClaimRemoved,
  'note.added': projectNote,
  'file.attached': projectFile,
  'file.removed': projectFileRemoved,
  'clock.recorded': projectClock,
};

function inHistory(projector: Projector): Projector {
  return (tx, arrived, whose) => {
    projector(tx, arrived, whose);
    noteAbout(tx, dossierOf(arrived), arrived.entry.id, arrived.n);
  };
}

/** Projectors of facts about files; each fact also stands in its file's history. */
export const dossierProjectors: Readonly<Record<string, Projector>> = Object.fromEntries(
  Object.entries(byKind).map(([kind, projector]) => [kind, inHistory(projector)]),
);
