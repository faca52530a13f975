import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { withdrawStepEvents } from '#electron/store/tables/clock-events.ts';
import { type KeptStep, moveStep, stepsOf, strikeStep } from '#electron/store/tables/dossier-steps.ts';
import { type DossierRow, dossierText, findDossier, putDossierText } from '#electron/store/tables/dossiers.ts';
import { moveGiven, voidGiven } from '#electron/store/tables/given-numbers.ts';
import type { EntryId } from '#shared/base/ids.ts';
import { statusOf } from '#shared/domain/dossier/steps/stages.ts';
import { recomputeDeadlines } from '../deadline/recompute-deadlines.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readObjects, readText, readTexts } from '../read-fields.ts';
import { addStepClock, keepStep, stepIn, stepsSubject } from './keep-step.ts';
import { dossierOf, limitsAfter } from './project-life.ts';
import { changeDossier } from './refresh-dossier.ts';
import { stateOf } from './standing.ts';

function standing(row: DossierRow, steps: readonly KeptStep[]): Partial<Omit<DossierRow, 'stage' | 'leadNo'>> {
  const state = stateOf(row, steps);
  return {
    ...{ status: statusOf(state.stage), acceptedOn: state.acceptedOn, closedOn: state.closedOn },
    ...{ closeType: state.closeType, caseNo: state.acceptedOn === null ? null : row.caseNo },
    // The window may have noted the time of day; another day leaves none.
    ...(state.receivedOn === row.receivedOn.slice(0, 10) ? {} : { receivedOn: state.receivedOn ?? row.receivedOn }),
  };
}

/** A step without a form of its own: it is kept, and its clock events move the limits. */
export const projectStep: Projector = (tx, arrived) => {
  const dossier = dossierOf(arrived);
  const row = findDossier(tx, dossier);
  if (!row) return;
  keepStep(tx, arrived, stepIn(arrived, readText(arrived.entry.parsed.facts, 'step')));
  const { status } = standing(row, stepsOf(tx, dossier));
  const change = { ...(status ? { status } : {}), ...limitsAfter(tx, arrived) };
  changeDossier(tx, dossier, arrived.n, change, arrived.midway);
};

function rewriteClocks(tx: WriteDb, { entry }: Arrived, steps: readonly KeptStep[]): void {
  for (const changed of readObjects(entry.parsed.facts, 'changed')) {
    const step = steps.find(({ id }) => id === readText(changed, 'step'));
    if (step === undefined) continue;
    withdrawStepEvents(tx, step.dossier, step.id, entry.id);
    for (const [index, clock] of readObjects(changed, 'clocks').entries()) {
      // Named so that a later correction finds the events of the step again, and in its place: a day's events keep their order.
      addStepClock(tx, clock, `${entry.id}#${step.id}.${index}`, step);
    }
  }
}

/** What a struck step leaves behind beside its clocks: a case number that is void, a text of closing that says nothing. */
function undo(
  tx: WriteDb,
  row: DossierRow,
  step: KeptStep,
  said: { readonly on: string; readonly reason: string },
): void {
  if (step.code === `${row.side}.accept`) voidGiven(tx, row.id, `${row.side}-case`, said);
  if (step.code === `${row.side}.close`) putDossierText(tx, row.id, { ...dossierText(tx, row.id), closeNote: '' });
}

/** The books enter a number under the day of the receipt or acceptance that gave it. */
function moveEntry(tx: WriteDb, { id, side }: DossierRow, step: KeptStep | undefined, to: string): void {
  if (step?.code === `${side}.receive`) moveGiven(tx, id, 'window', to);
  if (step?.code === `${side}.accept`) moveGiven(tx, id, `${side}-case`, to);
}

/** A wrong step is struck or moved; what it wrote into clocks and numbers is taken back, and the file stands anew. */
export const projectCorrection: Projector = (tx, arrived) => {
  const { entry, content, n } = arrived;
  const dossier = dossierOf(arrived);
  const row = findDossier(tx, dossier);
  if (!row) return;
  const { facts } = entry.parsed;
  const said = { on: entry.parsed.on.slice(0, 10), reason: readText(content, 'reason') };
  const before = stepsOf(tx, dossier);
  for (const id of readTexts(facts, 'struck')) {
    const step = before.find((one) => one.id === id);
    if (step === undefined) continue;
    strikeStep(tx, id, entry.id, said.reason);
    withdrawStepEvents(tx, dossier, step.id, entry.id);
    undo(tx, row, step, said);
  }
  // Written by this program from the id of a step it had found.
  const corrects = readText(facts, 'corrects') as EntryId;
  const to = readText(facts, 'to');
  if (to !== '') {
    moveStep(tx, corrects, to, entry.id, said.reason);
    moveEntry(
      tx,
      row,
      before.find(({ id }) => id === corrects),
      to,
    );
  }
  const after = stepsOf(tx, dossier);
  rewriteClocks(tx, arrived, after);
  noteAbout(tx, stepsSubject(dossier), entry.id, n);
  changeDossier(tx, dossier, n, { ...standing(row, after), ...recomputeDeadlines(tx, dossier) });
};
