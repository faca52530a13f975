import { addClockEvent, clockEventPosition, withdrawClockEvent } from '#electron/store/tables/clock-events.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import { changeDossier } from '../dossier/refresh-dossier.ts';
import type { Projector } from '../journal/projector.ts';
import { readNumber, readObject, readText, readTexts } from '../read-fields.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';

/** Clock events leave the count, another one may take the place of the first; the file's deadlines are computed anew. */
export const projectClockWithdrawn: Projector = (tx, { entry, content, n }) => {
  const { facts } = entry.parsed;
  // Ids and codes of a stored header were checked when it was written.
  const dossier = readText(facts, 'dossier') as DossierId;
  const withdrawn = readTexts(facts, 'withdrawn');
  for (const id of withdrawn) withdrawClockEvent(tx, dossier, id, entry.id);
  const instead = readObject(facts, 'instead');
  if (instead !== undefined) {
    const amount = readNumber(instead, 'amount');
    const event = {
      ...{ id: readText(instead, 'event'), type: readText(instead, 'type') as ClockEventType },
      ...{ on: readText(instead, 'on'), ...(amount === null ? {} : { amount }) },
      ...{ ground: readText(instead, 'ground') },
      ...{ decidedBy: readText(content, 'decidedBy'), paper: readText(content, 'paper') },
    };
    const key = { rule: readText(facts, 'rule'), of: readText(facts, 'of') };
    const position = clockEventPosition(tx, withdrawn[0] ?? '') ?? n;
    addClockEvent(tx, { dossier, ...key, event, note: '', position });
  }
  changeDossier(tx, dossier, n, recomputeDeadlines(tx, dossier));
};
