import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import { deadlinesOf } from '#electron/store/tables/deadlines.ts';
import { requestsOfDossier } from '#electron/store/tables/requests.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { ClockEvent } from '#shared/domain/deadline/clock-event.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { type Exposure, type ExposureFacts, exposureOf } from '#shared/domain/deadline/exposure.ts';

/** Limits that run while something is out for service; the five days to serve a copy run also when nobody has begun. */
const serving: ReadonlySet<string> = new Set(['ARB.PUBLIC_SERVICE', 'ARB.PUBLIC_SERVICE_COLL']);

/** States in which a request has not left yet or asks for nothing more. */
const notOut: ReadonlySet<string> = new Set(['approval', 'closed', 'withdrawn']);

function hearingAhead(db: ReadDb, dossier: DossierId, today: LocalDate): boolean {
  return [...clockEventsOf(db, dossier)].some(([key, events]) => {
    const set = events.findLast(({ type }) => type === 'START' || type === 'RESTART');
    return key.startsWith('ARB.HEARING_NOTICE') && set !== undefined && set.on.slice(0, 10) >= today;
  });
}

function factsOf(db: ReadDb, dossier: DossierId, today: LocalDate): ExposureFacts {
  const out = requestsOfDossier(db, dossier).filter((row) => row.direction === 'out' && !notOut.has(row.state));
  return {
    hearingAhead: hearingAhead(db, dossier, today),
    serving: deadlinesOf(db, dossier).some(({ ruleId, state }) => state === 'running' && serving.has(ruleId)),
    inquiries: out.filter(({ kind }) => kind !== 'ARB_SERVE').length,
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
  if (limit?.rule.id !== 'ARB.LIMIT') return null;
  return exposureOf(limit, events, factsOf(db, dossier, today), today);
}
