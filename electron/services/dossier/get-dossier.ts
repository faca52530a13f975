import type { ReadDb } from '#electron/store/db.ts';
import { type ClaimRow, claimsOf } from '#electron/store/tables/claims.ts';
import { deadlinesOf } from '#electron/store/tables/deadlines.ts';
import { dossierText } from '#electron/store/tables/dossiers.ts';
import { notesOf } from '#electron/store/tables/notes.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { type PartyRow, partiesOf } from '#electron/store/tables/parties.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { requestsOfDossier } from '#electron/store/tables/requests.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { maskIdNo, maskPhone } from '#shared/domain/masking/mask.ts';
import { checkPartyNumbers } from '#shared/domain/party/read-party.ts';
import type { Handler } from '../context.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';
import { latestDay } from '../latest-day.ts';
import { recordedAt } from '../recorded-at.ts';
import { partnerName } from '../request/request-row.ts';
import { honestWord } from '../sync/honest-word.ts';
import { collectiveOf } from './collective.ts';
import { knownDossier } from './dossier-now.ts';
import { dossierLine } from './dossier-rows.ts';
import { filesView } from './files-view.ts';
import { joiningsView } from './joining-view.ts';
import { linksView } from './link-dossiers.ts';
import { stepsView } from './steps-view.ts';
import { finalityOf } from './stored-claim.ts';
import { idKindOf, roleOf, typeOf } from './stored-party.ts';

type View = CallOutput<'dossier.get'>;

/** A party with its numbers masked and what is doubtful about them. */
function partyView(row: PartyRow, today: LocalDate): View['parties'][number] {
  const { id, name, idNo, uscc, legalRep, phone, address } = row;
  const idKind = idKindOf(row.idKind);
  return {
    ...{ id, role: roleOf(row.role), type: typeOf(row.type), name, idKind, uscc, legalRep },
    ...{ idNoMasked: maskIdNo(idNo), phoneMasked: maskPhone(phone), address },
    warnings: [...checkPartyNumbers({ idKind, idNo, uscc }, today)],
  };
}

function claimView(row: ClaimRow): View['claims'][number] {
  const { dossier: _dossier, position: _position, finality, ...claim } = row;
  return { ...claim, finality: finalityOf(finality) };
}

function requestsView(db: ReadDb, dossier: DossierId): View['requests'] {
  return requestsOfDossier(db, dossier).map(({ id, kind, number, partner, state, ownHead }) => ({
    ...{ id, kind, number: number ?? '', partner: partnerName(db, partner), state },
    word: ownHead === null ? 'local' : honestWord(db, partner, ownHead),
  }));
}

function papersView(db: ReadDb, dossier: DossierId, names: ReadonlyMap<string, string>): Pick<View, 'notes' | 'files'> {
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    notes: notesOf(db, dossier).map(({ id, at, person, text }) => ({
      ...{ id, at: recordedAt(at), by: nameOf(person), text },
    })),
    files: filesView(db, dossier, names),
  };
}

/** Everything a file's page shows but its history; numbers of people are masked. */
export const getDossier: Handler<'dossier.get'> = ({ open, moment }, { dossier }) => {
  const { db } = open.store;
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  const today = latestDay(db, moment);
  const names = peopleNames(db);
  const { handler, channel, branch, closeType, revision } = row.value;
  return ok({
    row: dossierLine(db, row.value, names, today),
    ...{ handlerId: handler, channel, branch, closeType, revision, ...dossierText(db, dossier) },
    region: findOffice(db)?.region ?? '',
    parties: partiesOf(db, dossier).map((party) => partyView(party, today)),
    claims: claimsOf(db, dossier).map(claimView),
    ...papersView(db, dossier, names),
    deadlines: deadlinesOf(db, dossier).map((deadline) => dueBriefOf(deadline, today)),
    requests: requestsView(db, dossier),
    ...stepsView(db, row.value),
    links: linksView(db, dossier),
    joinings: joiningsView(db, dossier),
    collective: collectiveOf(db, dossier),
  });
};
