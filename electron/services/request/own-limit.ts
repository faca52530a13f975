import type { ReadDb } from '#electron/store/db.ts';
import { clockEventsOf } from '#electron/store/tables/clock-events.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { Deadline } from '#shared/domain/deadline/deadline.ts';
import { computeLimit } from '../deadline/compute-limit.ts';

/** The limit of our own file that a request must not outlast: ARB.LIMIT or LSI.INVESTIGATE; undefined before acceptance. */
export function ownLimit(db: ReadDb, dossier: Pick<DossierRow, 'id' | 'side'>, today: LocalDate): Deadline | undefined {
  const ruleId = dossier.side === 'arb' ? 'ARB.LIMIT' : 'LSI.INVESTIGATE';
  const events = clockEventsOf(db, dossier.id).get(ruleId) ?? [];
  return computeLimit(db, ruleId, events, today);
}
