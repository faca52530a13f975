import type { WriteDb } from '#electron/store/db.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { acceptDecider, lacksDecision } from '#shared/domain/dossier/deciders.ts';
import { acceptanceTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { checkHandler } from './dossier-now.ts';
import { dossierAccepted } from './facts.ts';
import { prepareAcceptance } from './prepare-acceptance.ts';

function write(tx: WriteDb, context: OfficeContext, input: HandlerInput<'dossier.accept'>): Result<string, Failure> {
  const { dossier, on, handler, branch, approvedBy, paper, alsoLimits } = input;
  const person = checkHandler(tx, handler);
  if (!person.ok) return person;
  const ready = prepareAcceptance(tx, context, input);
  if (!ready.ok) return ready;
  const { number, clocks } = ready.value;
  const lacks = lacksDecision(acceptDecider(ready.value), { decidedBy: approvedBy, paper });
  if (lacks === 'decidedBy') return err({ ...refused('step.decider-missing'), field: 'approvedBy' });
  if (lacks === 'paper') return err({ ...refused('step.paper-missing'), field: 'paper' });
  const said = { dossier, on, number, branch, handler, approvedBy, paper, alsoLimits, clocks };
  append(tx, context, [dossierAccepted(said)]);
  return ok(number.text);
}

/** 受理 (调解仲裁法29) or 立案 (若干规定18): gives the case number and starts the limit of the case. */
export const acceptDossier: Handler<'dossier.accept'> = (context, input) => {
  const clean = cleanTexts({ approvedBy: input.approvedBy, paper: input.paper }, acceptanceTexts);
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => write(tx, context, { ...input, ...clean.value.texts }));
  if (!written.ok) return written;
  return ok({ id: input.dossier, revision: nextRevision(context), caseNo: written.value });
};
