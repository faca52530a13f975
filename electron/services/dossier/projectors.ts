import { noteAbout } from '#electron/store/tables/about.ts';
import { projectClockWithdrawn } from '../deadline/project-withdrawal.ts';
import { noteFromImport } from '../import/note-file.ts';
import type { Projector } from '../journal/projector.ts';
import { projectReinstated } from '../undo/project-reinstated.ts';
import { projectCollectiveMarked, projectRepresented } from './project-collective.ts';
import { projectFile, projectFileAmended, projectFileRemoved, projectFilesOrdered } from './project-files.ts';
import { projectJoined, projectJoiningStruck, projectParted } from './project-joining.ts';
import {
  dossierOf,
  projectAccepted,
  projectAmended,
  projectClock,
  projectClosed,
  projectReceived,
} from './project-life.ts';
import { projectLinked, projectUnlinked } from './project-links.ts';
import {
  projectClaim,
  projectClaimRemoved,
  projectNote,
  projectNoteRemoved,
  projectParties,
  projectPartiesRemoved,
  projectParty,
  projectPartyRemoved,
} from './project-members.ts';
import { projectSeparated, projectSeparationUndone } from './project-separation.ts';
import { projectCorrection, projectStep } from './project-steps.ts';

const byKind: Readonly<Record<string, Projector>> = {
  'dossier.received': projectReceived,
  'dossier.accepted': projectAccepted,
  'dossier.closed': projectClosed,
  'dossier.stepped': projectStep,
  'dossier.step-corrected': projectCorrection,
  'dossier.linked': projectLinked,
  'dossier.unlinked': projectUnlinked,
  'collective.marked': projectCollectiveMarked,
  'collective.represented': projectRepresented,
  'dossier.joined': projectJoined,
  'dossier.parted': projectParted,
  'dossier.joining-struck': projectJoiningStruck,
  'dossier.separated': projectSeparated,
  'dossier.separation-undone': projectSeparationUndone,
  'dossier.amended': projectAmended,
  'party.added': projectParty,
  'parties.added': projectParties,
  'parties.removed': projectPartiesRemoved,
  'party.amended': projectParty,
  'party.removed': projectPartyRemoved,
  'claim.added': projectClaim,
  'claim.amended': projectClaim,
  'claim.removed': projectClaimRemoved,
  'note.added': projectNote,
  'note.removed': projectNoteRemoved,
  'file.attached': projectFile,
  'file.removed': projectFileRemoved,
  'file.amended': projectFileAmended,
  'file.ordered': projectFilesOrdered,
  'clock.recorded': projectClock,
  'clock.withdrawn': projectClockWithdrawn,
  'clock.reinstated': projectReinstated,
};

function inHistory(projector: Projector): Projector {
  return (tx, arrived, whose) => {
    projector(tx, arrived, whose);
    noteAbout(tx, dossierOf(arrived), arrived.entry.id, arrived.n);
    noteFromImport(tx, arrived, dossierOf(arrived));
  };
}

/** Projectors of facts about files; each fact also stands in its file's history. */
export const dossierProjectors: Readonly<Record<string, Projector>> = Object.fromEntries(
  Object.entries(byKind).map(([kind, projector]) => [kind, inHistory(projector)]),
);
