import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { putClaim } from '#electron/store/tables/claims.ts';
import { addClockEvent } from '#electron/store/tables/clock-events.ts';
import { dossierText, findDossier, putDossierText } from '#electron/store/tables/dossiers.ts';
import { addGiven } from '#electron/store/tables/given-numbers.ts';
import { noteNumber } from '#electron/store/tables/number-series.ts';
import { partiesOf, putParty } from '#electron/store/tables/parties.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import type { ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import { recomputeDeadlines } from '../deadline/recompute-deadlines.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { type Fields, readNumber, readObject, readObjects, readText, readTextOrNull } from '../read-fields.ts';
import { keepStep, stepIn } from './keep-step.ts';
import { noteParties } from './party-keys.ts';
import { claimIn, partyIn } from './read-members.ts';
import { changeDossier, keepDossier } from './refresh-dossier.ts';

/** The file a fact is about. Ids and codes of a stored header were checked when it was written or verified. */
export function dossierOf({ entry }: Arrived): DossierId {
  return readText(entry.parsed.facts, 'dossier') as DossierId;
}

/** Subject under which the facts about a file's own descriptive fields are found. */
export function detailsSubject(dossier: DossierId): string {
  return `${dossier}#details`;
}

function sideOf(tx: WriteDb, dossier: DossierId): 'arb' | 'lsi' {
  return findDossier(tx, dossier)?.side ?? 'arb';
}

function handlerIn(facts: Fields): UserId | null {
  return readTextOrNull(facts, 'handler') as UserId | null;
}

function takeNumber(tx: WriteDb, arrived: Arrived): string {
  const { facts, on } = arrived.entry.parsed;
  const number = readObject(facts, 'number');
  const [series, year, seq] = [readText(number, 'series'), readNumber(number, 'year'), readNumber(number, 'seq')];
  const text = readText(number, 'text');
  if (series !== '' && year !== null && seq !== null) {
    noteNumber(tx, { series, year, seq });
    const part = readNumber(number, 'part') ?? 0;
    addGiven(tx, { series, year, seq, part, text, dossier: dossierOf(arrived), on: on.slice(0, 10) });
  }
  return text;
}

/** The limits of a file after a fact; those after one that others follow at once are computed with the last. */
export function limitsAfter(tx: WriteDb, arrived: Arrived): Partial<ReturnType<typeof recomputeDeadlines>> {
  return arrived.midway ? {} : recomputeDeadlines(tx, dossierOf(arrived));
}

/** 收件: a new file with its parties and claims; its first clock starts. */
export const projectReceived: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const { facts, on } = entry.parsed;
  const dossier = dossierOf(arrived);
  const side = readText(facts, 'side') === 'lsi' ? 'lsi' : 'arb';
  for (const [index, fields] of readObjects(content, 'parties').entries()) {
    const place = { id: readText(fields, 'id'), dossier, position: index + 1 };
    putParty(tx, partyIn(fields, place));
    noteAbout(tx, place.id, entry.id, n);
  }
  for (const [index, fields] of readObjects(content, 'claims').entries()) {
    const place = { id: readText(fields, 'id'), dossier, position: index + 1 };
    putClaim(tx, claimIn(fields, place));
    noteAbout(tx, place.id, entry.id, n);
  }
  noteAbout(tx, detailsSubject(dossier), entry.id, n);
  putDossierText(tx, dossier, { summary: readText(content, 'summary'), closeNote: '' });
  keepStep(tx, arrived, stepIn(arrived, `${side}.receive`));
  const row = {
    ...({ id: dossier, side, status: 'received' } as const),
    ...{ windowNo: takeNumber(tx, arrived), caseNo: null, cause: readText(content, 'cause') },
    ...{ handler: handlerIn(facts), channel: readText(facts, 'channel') },
    ...{ branch: readText(facts, 'branch'), receivedOn: on },
    ...{ acceptedOn: null, closedOn: null, closeType: null, openRequests: 0, revision: n },
    ...{ nextDue: null, nextDeadline: null, ...limitsAfter(tx, arrived) },
  };
  keepDossier(tx, row, arrived.midway);
  noteParties(tx, dossier, partiesOf(tx, dossier));
};

/** 受理/立案: the case number is given and the limit of the case starts. */
export const projectAccepted: Projector = (tx, arrived) => {
  const { facts, on } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  keepStep(tx, arrived, {
    ...stepIn(arrived, `${sideOf(tx, dossier)}.accept`),
    decidedBy: readText(arrived.content, 'approvedBy'),
  });
  const handler = handlerIn(facts);
  if (handler !== null) noteAbout(tx, detailsSubject(dossier), arrived.entry.id, arrived.n);
  const change = {
    ...({ status: 'accepted', caseNo: takeNumber(tx, arrived), acceptedOn: on.slice(0, 10) } as const),
    ...(handler === null ? {} : { handler }),
    branch: readText(facts, 'branch'),
    ...limitsAfter(tx, arrived),
  };
  changeDossier(tx, dossier, arrived.n, change, arrived.midway);
};

/** 结案: the clocks of the case stop; those that begin with its result go on. */
export const projectClosed: Projector = (tx, arrived) => {
  const { facts, on } = arrived.entry.parsed;
  const dossier = dossierOf(arrived);
  keepStep(tx, arrived, stepIn(arrived, `${sideOf(tx, dossier)}.close`));
  putDossierText(tx, dossier, { ...dossierText(tx, dossier), closeNote: readText(arrived.content, 'note') });
  changeDossier(tx, dossier, arrived.n, {
    ...{ status: 'closed', closedOn: on.slice(0, 10), closeType: readText(facts, 'type') },
    ...recomputeDeadlines(tx, dossier),
  });
};

/** Descriptive fields change; the last one written counts, the earlier ones stay in their facts. */
export const projectAmended: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const { facts } = entry.parsed;
  const dossier = dossierOf(arrived);
  if (!findDossier(tx, dossier)) return;
  if (content && Object.hasOwn(content, 'summary')) {
    putDossierText(tx, dossier, { ...dossierText(tx, dossier), summary: readText(content, 'summary') });
  }
  noteAbout(tx, detailsSubject(dossier), entry.id, n);
  changeDossier(tx, dossier, n, {
    ...(content && Object.hasOwn(content, 'cause') ? { cause: readText(content, 'cause') } : {}),
    ...(Object.hasOwn(facts, 'handler') ? { handler: handlerIn(facts) } : {}),
  });
};

/** A person decided something about a clock; the file's deadlines are computed anew. */
export const projectClock: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const { facts, on } = entry.parsed;
  const dossier = dossierOf(arrived);
  const amount = readNumber(facts, 'amount');
  const event = {
    ...{ id: readText(facts, 'event'), type: readText(facts, 'type') as ClockEventType, on },
    ...(amount === null ? {} : { amount }),
    ...{ ground: readText(facts, 'ground') },
    ...{ decidedBy: readText(content, 'decidedBy'), paper: readText(content, 'paper') },
  };
  const key = { rule: readText(facts, 'rule'), of: readText(facts, 'of') };
  addClockEvent(tx, { dossier, ...key, event, note: readText(content, 'note'), position: n });
  changeDossier(tx, dossier, n, limitsAfter(tx, arrived), arrived.midway);
};
