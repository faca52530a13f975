import type { WriteDb } from '#electron/store/db.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { accept } from '#shared/domain/dossier/lifecycle.ts';
import { decisionTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { checkClocks } from './check-clocks.ts';
import { checkHandler, knownDossier, lifecycleFailure } from './dossier-now.ts';
import { dossierAccepted } from './facts.ts';
import { fileNow } from './file-now.ts';
import { checkBranch, checkFree } from './give-number.ts';
import { nextCaseNumber } from './next-case-number.ts';

function write(tx: WriteDb, context: OfficeContext, input: HandlerInput<'dossier.accept'>): Result<string, Failure> {
  const { dossier, on, handler, branch, under, approvedBy, alsoLimits } = input;
  const row = knownDossier(tx, dossier);
  if (!row.ok) return row;
  const person = checkHandler(tx, handler);
  if (!person.ok) return person;
  const next = accept(fileNow(tx, row.value), on, latestDay(tx, context.moment), alsoLimits);
  if (!next.ok) return err(lifecycleFailure(next.error));
  const counted = checkClocks(tx, dossier, next.value.clocks);
  if (!counted.ok) return counted;
  const known = checkBranch(tx, branch);
  if (!known.ok) return known;
  const number = nextCaseNumber(tx, row.value, { on, branch, under });
  if (!number.ok) return number;
  const free = checkFree(tx, number.value);
  if (!free.ok) return free;
  append(tx, context, [
    dossierAccepted({
      ...{ dossier, on, number: number.value, branch, handler, approvedBy, alsoLimits },
      clocks: next.value.clocks,
    }),
  ]);
  return ok(number.value.text);
}

/** 受理 (调解仲裁法29) or 立案 (若干规定18): gives the case number and starts the limit of the case. */
export const acceptDossier: Handler<'dossier.accept'> = (context, input) => {
  const clean = cleanTexts({ approvedBy: input.approvedBy }, { approvedBy: decisionTexts.approvedBy });
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => write(tx, context, { ...input, ...clean.value.texts }));
  if (!written.ok) return written;
  return ok({ id: input.dossier, revision: nextRevision(context), caseNo: written.value });
};
