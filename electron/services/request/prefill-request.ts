import type { ReadDb } from '#electron/store/db.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { findPartner } from '#electron/store/tables/partners.ts';
import { allPeople, type PersonRow } from '#electron/store/tables/people.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { addDays, type LocalDate } from '#shared/base/local-date.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';
import type { RequestKind } from '#shared/domain/assist/kinds/kind.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import { computeDeadline } from '#shared/domain/deadline/compute.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { requestRulesFor, requestWorkRule } from '#shared/domain/deadline/request-limit.ts';
import { partyRoleNames } from '#shared/domain/party/party.ts';
import type { Handler } from '../context.ts';
import { calendarInForce } from '../deadline/calendar-in-force.ts';
import { dueBriefOf } from '../deadline/due-brief.ts';
import { deadlineRow } from '../deadline/recompute-deadlines.ts';
import { latestDay } from '../latest-day.ts';
import { letterWarnings } from './letter-warnings.ts';
import { ownLimit } from './own-limit.ts';
import { usualLines } from './usual-lines.ts';

/** The usual limit of the work if the partner registered the letter today: what the asked date starts from. */
function usualLimit(db: ReadDb, kind: string, partner: OfficeId | undefined, today: LocalDate): Deadline | undefined {
  const requesterRegion = findOffice(db)?.region ?? '';
  const executorRegion = (partner ? findPartner(db, partner)?.region : undefined) ?? requesterRegion;
  const traits = { kind, queryOnly: false, requesterRegion, executorRegion };
  const rules = requestRulesFor(traits);
  const rule = requestWorkRule(rules, traits, today);
  const start = { id: 'asked', type: 'START' as const, on: today };
  return rule && computeDeadline(rule, [start], calendarInForce(db), { today, rules });
}

/** Two persons of the office: who handles the file, who writes, then anybody who may take evidence. */
function handlersOf(db: ReadDb, dossier: DossierRow, me: UserId): CommissionLetter['handlers'] {
  const people = allPeople(db).filter((person) => person.active);
  const takesEvidence = (person: PersonRow): boolean =>
    person.roles.some((role) => role === 'arbitrator' || role === 'inspector' || role === 'clerk');
  const first = [dossier.handler, me].flatMap((id) => people.filter((person) => person.id === id));
  const chosen = [...new Set([...first, ...people.filter(takesEvidence)])].slice(0, 2);
  return chosen.map(({ name, cardNo, phone }) => ({ name, cardNo, phone }));
}

/** Names and roles only: numbers, addresses and claims of the parties stay here unless a person writes them in. */
function partiesShown(db: ReadDb, dossier: DossierRow): CommissionLetter['matter']['parties'] {
  const shown = ['applicant', 'respondent', 'third', 'complainant', 'employer'];
  const names: Readonly<Record<string, { readonly zh: string }>> = partyRoleNames;
  return partiesOf(db, dossier.id)
    .filter((party) => shown.includes(party.role))
    .slice(0, 50)
    .map(({ role, name }) => ({ role: names[role]?.zh ?? role, name }));
}

/** The first item asks about the employer, whom a request is nearly always about; the questions are the writer's. */
function firstItem(db: ReadDb, dossier: DossierRow): CommissionLetter['items'][number] {
  const parties = partiesOf(db, dossier.id);
  const unit = parties.find((party) => party.type === 'unit' && party.role !== 'applicant');
  const object = {
    ...{ type: 'unit' as const, name: unit?.name ?? '', idNo: '', uscc: unit?.uscc ?? '', phone: '' },
    ...{ address: unit?.address ?? '', relation: '' },
  };
  return { id: 'i1', kind: 'documents', object, questions: '', proves: '', form: 'stamped-copy' };
}

function basisOf(kind: RequestKind): string[] {
  // A regional agreement binds only its members; it is offered, never written in.
  const general = kind.basis.filter(
    (line, index) => index === 0 || (line.confidence !== 'default' && !line.zh.includes('川渝')),
  );
  return general.map((line) => line.zh);
}

const noInspection = {
  ...{ suspected: '', workers: 0, amountFen: null, powers: '', siteCheck: false, registeredPlace: '', workPlace: '' },
};

/** A letter begun from the dossier; nothing is stored, and nothing of the dossier is in it but what the letter shows. */
export const prefillRequest: Handler<'request.prefill'> = ({ open, me, moment }, input) => {
  const { db } = open.store;
  const dossier = findDossier(db, input.dossier);
  const kind = requestKind(input.kind);
  if (!dossier || !kind) return err(notFound('dossier'));
  if (kind.office !== dossier.side) return err(refused('request.kind-of-other-side'));
  const today = latestDay(db, moment);
  const usual = usualLimit(db, input.kind, input.partner, today);
  const own = ownLimit(db, dossier, today);
  const letter: CommissionLetter = {
    ...{ kind: input.kind, urgency: 'normal', secrecy: 'none', returnBy: 'both', special: '', files: [] },
    matter: {
      ...{ caseNo: dossier.caseNo ?? dossier.windowNo, cause: dossier.cause },
      // Dates of a file are dates; only the receipt may carry a time.
      acceptedOn: dossier.acceptedOn as LocalDate | null,
      ...{ limitDue: own?.legal ?? null, parties: partiesShown(db, dossier) },
    },
    ...{ items: [firstItem(db, dossier)], legalBasis: basisOf(kind), handlers: handlersOf(db, dossier, me) },
    ...usualLines(db, input.partner),
    askedDate: usual?.legal ?? addDays(today, 30),
    ...{ mayAddInquiries: false, recordingWanted: false, inspection: kind.office === 'lsi' ? noInspection : null },
  };
  const due = usual && dueBriefOf(deadlineRow('asked', { about: 'request', of: '', id: '' }, usual), today);
  const basis = kind.basis.map(({ zh, en, confidence }) => ({ zh, en, confidence }));
  return ok({
    letter,
    basis,
    due: due ?? null,
    warnings: [...letterWarnings(calendarInForce(db), letter, own, today)],
  });
};
