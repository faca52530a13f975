import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { addClockEvent } from '#electron/store/tables/clock-events.ts';
import { addStep, type DossierStepRow } from '#electron/store/tables/dossier-steps.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { ClockEventType } from '#shared/domain/deadline/clock-event.ts';
import type { Arrived } from '../journal/projector.ts';
import { type Fields, readFlag, readNumber, readObjects, readText } from '../read-fields.ts';

/** Subject under which the facts that move a file along its steps are found. */
export function stepsSubject(dossier: DossierId): string {
  return `${dossier}#steps`;
}

/** The step a fact records under a code, as far as the fact says it. */
export function stepIn({ entry, content, n }: Arrived, code: string): DossierStepRow {
  const { facts, on } = entry.parsed;
  return {
    // Ids of a stored header were checked when it was written or verified.
    ...{ id: entry.id, dossier: readText(facts, 'dossier') as DossierId, n, code, on: on.slice(0, 10) },
    ...{ type: readText(facts, 'type'), ground: readText(facts, 'ground'), amount: readNumber(facts, 'amount') },
    ...{ party: readText(facts, 'party'), day: readText(facts, 'day') },
    ...{
      decidedBy: readText(content, 'decidedBy'),
      paper: readText(content, 'paper'),
      note: readText(content, 'note'),
    },
    alsoLimits: readFlag(facts, 'alsoLimits') ? 1 : 0,
    absent: readFlag(facts, 'absent') ? 1 : 0,
  };
}

/** Adds one clock event as a fact holds it, in the place of its step, with who decided it and on which paper. */
export function addStepClock(
  tx: WriteDb,
  clock: Fields,
  id: string,
  said: Pick<DossierStepRow, 'dossier' | 'n' | 'decidedBy' | 'paper'>,
): void {
  const amount = readNumber(clock, 'amount');
  const event = {
    // Written by this program from the table of steps, whose types are these.
    ...{ id, type: readText(clock, 'type') as ClockEventType, on: readText(clock, 'on') },
    ...(amount === null ? {} : { amount }),
    ...{ ground: readText(clock, 'ground'), decidedBy: said.decidedBy, paper: said.paper },
  };
  const key = { rule: readText(clock, 'rule'), of: readText(clock, 'of') };
  addClockEvent(tx, { dossier: said.dossier, ...key, event, note: '', position: said.n });
}

/** Keeps a step with the clock events its fact holds. */
export function keepStep(tx: WriteDb, { entry, n }: Arrived, step: DossierStepRow): void {
  addStep(tx, step);
  noteAbout(tx, stepsSubject(step.dossier), entry.id, n);
  for (const [index, clock] of readObjects(entry.parsed.facts, 'clocks').entries()) {
    addStepClock(tx, clock, `${entry.id}#${index}`, step);
  }
}
