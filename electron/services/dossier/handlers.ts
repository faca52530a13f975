import type { Handlers } from '../context.ts';
import { acceptDossier } from './accept-dossier.ts';
import { addNote } from './add-note.ts';
import { addParty } from './add-party.ts';
import { amendDossier } from './amend-dossier.ts';
import { amendParty } from './amend-party.ts';
import { attachFile } from './attach-file.ts';
import { checkParty } from './check-party.ts';
import { closeDossier, lastDecider } from './close-dossier.ts';
import { markCollective, recordRepresentatives } from './collective.ts';
import { correctDossierStep, stepsRestingOn } from './correct-step.ts';
import { detachFile } from './detach-file.ts';
import { getDossier } from './get-dossier.ts';
import { joinDossiers, partDossiers, strikeJoining } from './join-dossiers.ts';
import { linkDossier, unlinkDossier } from './link-dossiers.ts';
import { listDossiers } from './list-dossiers.ts';
import { listHistory } from './list-history.ts';
import { listRegister } from './list-register.ts';
import { matchParties } from './match-parties.ts';
import { addParties, readPartyBlock } from './party-block.ts';
import { previewNumber } from './prepare-acceptance.ts';
import { receiveDossier } from './receive-dossier.ts';
import { removeParty } from './remove-party.ts';
import { revealParty } from './reveal-party.ts';
import { separateDossier } from './separate-dossier.ts';
import { stepDossier } from './step-dossier.ts';
import { addClaim, amendClaim, removeClaim } from './write-claim.ts';

/** Calls about files, their parties, claims, notes and documents. */
export const dossierHandlers = {
  'dossier.list': listDossiers,
  'dossier.get': getDossier,
  'dossier.history': listHistory,
  'dossier.link': linkDossier,
  'dossier.unlink': unlinkDossier,
  'dossier.join': joinDossiers,
  'collective.mark': markCollective,
  'collective.represent': recordRepresentatives,
  'dossier.part': partDossiers,
  'dossier.strikeJoining': strikeJoining,
  'register.list': listRegister,
  'dossier.receive': receiveDossier,
  'dossier.accept': acceptDossier,
  'dossier.nextNumber': previewNumber,
  'dossier.separate': separateDossier,
  'dossier.close': closeDossier,
  'dossier.lastDecider': lastDecider,
  'dossier.step': stepDossier,
  'dossier.correctStep': correctDossierStep,
  'dossier.restingOn': stepsRestingOn,
  'dossier.amend': amendDossier,
  'party.add': addParty,
  'party.addMany': addParties,
  'party.readBlock': readPartyBlock,
  'party.amend': amendParty,
  'party.remove': removeParty,
  'party.reveal': revealParty,
  'party.check': checkParty,
  'intake.match': matchParties,
  'claim.add': addClaim,
  'claim.amend': amendClaim,
  'claim.remove': removeClaim,
  'note.add': addNote,
  'dossier.attach': attachFile,
  'dossier.detach': detachFile,
} satisfies Partial<Handlers>;
