import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { joiningsOf } from '#electron/store/tables/dossier-joinings.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { keepsJoinings } from '#shared/domain/dossier/joining.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { type CorrectionRefusal, correctStep, restingOn } from '#shared/domain/dossier/steps/correct-step.ts';
import { correctionTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { checkRewritten } from './check-clocks.ts';
import { knownDossier } from './dossier-now.ts';
import { fileNow } from './file-now.ts';
import { joiningIn } from './joining-view.ts';
import { stepsSubject } from './keep-step.ts';
import { movedMeanwhile } from './moved-meanwhile.ts';
import { stepCorrected } from './step-facts.ts';

type Input = HandlerInput<'dossier.correctStep'>;

function failureOf(refusal: CorrectionRefusal): Failure {
  if ('steps' in refusal) return refused(refusal.code, { count: refusal.steps.length });
  return 'field' in refusal ? { ...refused(refusal.code), field: refusal.field } : refused(refusal.code);
}

function write(tx: WriteDb, context: OfficeContext, input: Input): Result<undefined, Failure> {
  const { dossier, base, step, on, also, reason } = input;
  const row = knownDossier(tx, dossier);
  if (!row.ok) return row;
  const now = fileNow(tx, row.value);
  const moved = movedMeanwhile(tx, row.value, now, base);
  if (!moved.ok) return moved;
  const corrected = correctStep(now, now.steps, { step, on, also }, latestDay(tx, context.moment));
  if (!corrected.ok) return err(failureOf(corrected.error));
  const { struck, changed, state } = corrected.value;
  const joinings = joiningsOf(tx, dossier).map(joiningIn);
  if (!keepsJoinings({ acceptedOn: state.acceptedOn, joinings })) return err(refused('joining.rests-on-acceptance'));
  const wrong = now.steps.find(({ id }) => id === step);
  const fact = stepCorrected({
    ...{ dossier, basedOn: newestAbout(tx, stepsSubject(dossier)), on: context.moment.today },
    ...{ step, code: stepOf(wrong?.code ?? '')?.code ?? '', to: on, struck, changed, reason },
  });
  return checkRewritten(tx, dossier, () => append(tx, context, [fact]));
}

/**
 * Puts a wrong step right by a recorded act with its reason: strikes it, or moves it to another day. Later steps that
 * rest on it are struck with it only where the call names them. Clocks are computed anew; the history shows both.
 */
export const correctDossierStep: Handler<'dossier.correctStep'> = (context, input) => {
  const clean = cleanTexts({ reason: input.reason }, correctionTexts);
  if (!clean.ok) return clean;
  if (clean.value.texts.reason === '') return err(badInput({ code: 'step.reason-empty', field: 'reason' }));
  const written = inOneTransaction(context, (tx) => write(tx, context, { ...input, ...clean.value.texts }));
  return written.ok ? ok({ id: input.dossier, revision: nextRevision(context) }) : written;
};

/** The later steps that would have to be struck with a step, in their order. */
export const stepsRestingOn: Handler<'dossier.restingOn'> = ({ open, moment }, { dossier, step }) => {
  const { db } = open.store;
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  const now = fileNow(db, row.value);
  return ok([...restingOn(now, now.steps, step, latestDay(db, moment))]);
};
