import { reinstateClockEvent, withdrawClockEvent } from '#electron/store/tables/clock-events.ts';
import { recomputeDeadlines } from '../deadline/recompute-deadlines.ts';
import { dossierOf } from '../dossier/project-life.ts';
import { changeDossier } from '../dossier/refresh-dossier.ts';
import type { Projector } from '../journal/projector.ts';
import { readText, readTexts } from '../read-fields.ts';

/** Withdrawn clock events count again where they stood, and what had taken their place leaves the count. */
export const projectReinstated: Projector = (tx, arrived) => {
  const { entry, n } = arrived;
  const dossier = dossierOf(arrived);
  for (const id of readTexts(entry.parsed.facts, 'reinstated')) reinstateClockEvent(tx, dossier, id);
  withdrawClockEvent(tx, dossier, readText(entry.parsed.facts, 'dropped'), entry.id);
  changeDossier(tx, dossier, n, recomputeDeadlines(tx, dossier));
};
