import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { deadlinesOf } from '#electron/store/tables/deadlines.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import { requestsOfDossier } from '#electron/store/tables/requests.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { type Exposure, type ExposureFacts, exposureOf } from '#shared/domain/deadline/exposure.ts';
import { readLimitKey } from '#shared/domain/deadline/limit-key.ts';
import { type FileState, foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import type { Stage } from '#shared/domain/dossier/steps/stages.ts';
import { fileNow } from '../dossier/file-now.ts';

/** Limits that run while a public notice is out; the five days to serve a copy run also when nobody has begun. */
const serving: ReadonlySet<string> = new Set(['ARB.PUBLIC_SERVICE', 'ARB.PUBLIC_SERVICE_COLL']);

/** States in which a request has not left yet or asks for nothing more. */
const notOut: ReadonlySet<string> = new Set(['approval', 'closed', 'withdrawn']);

/** Whether a file stands at a place; mediation that begins meanwhile changes nothing about it. */
function standsAt({ stage, left }: FileState, place: Stage): boolean {
  return stage === place || (stage === 'MEDIATING' && left === place);
}

/** A hearing the steps set is ahead until it is held or postponed. */
function setBySteps(state: FileState, today: LocalDate): boolean {
  return standsAt(state, 'HEARING_SET') && state.hearing !== null && state.hearing >= today;
}

/** Offices that keep no steps begin the limit of the notice by hand: its day is that of the hearing. */
function setByHand(db: ReadDb, dossier: DossierId, today: LocalDate): boolean {
  return [...clockEventsOf(db, dossier)].some(([key, events]) => {
    const set = events.findLast(({ type }) => type === 'START' || type === 'RESTART');
    const byHand = set !== undefined && !set.id.includes('#');
    return byHand && readLimitKey(key).rule === 'ARB.HEARING_NOTICE' && set.on.slice(0, 10) >= today;
  });
}

function publiclyServed(db: ReadDb, dossier: DossierId): boolean {
  return deadlinesOf(db, dossier).some(({ ruleId, state }) => state === 'running' && serving.has(ruleId));
}

function factsOf(db: ReadDb, row: DossierRow, today: LocalDate): ExposureFacts {
  const { id: dossier } = row;
  const now = fileNow(db, row);
  const state = foldSteps(now, now.steps);
  const out = requestsOfDossier(db, dossier).filter((one) => one.direction === 'out' && !notOut.has(one.state));
  const byPaper = state.asides.some(({ aside }) => aside === 'DELEGATED') ? 1 : 0;
  return {
    hearingAhead: setBySteps(state, today) || setByHand(db, dossier, today),
    serving: standsAt(state, 'SERVING') || publiclyServed(db, dossier),
    inquiries: out.filter(({ kind }) => kind !== 'ARB_SERVE').length + byPaper,
    services: out.filter(({ kind }) => kind === 'ARB_SERVE').length,
  };
}

/** The exposure of a file's ARB.LIMIT to a suit on a day; null for every other limit and while it is not near. */
export function exposureOfFile(
  db: ReadDb,
  dossier: DossierId,
  limit: Deadline | undefined,
  events: readonly ClockEvent[],
  today: LocalDate,
): Exposure | null {
  const row = limit?.rule.id === 'ARB.LIMIT' ? findDossier(db, dossier) : undefined;
  return limit && row ? exposureOf(limit, events, factsOf(db, row, today), today) : null;
}
