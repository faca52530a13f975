import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { deadlinesOf } from '#electron/store/tables/deadlines.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { step } from '#shared/domain/dossier/lifecycle.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { overTime } from '#shared/domain/dossier/steps/over-time.ts';
import type { StepSaid } from '#shared/domain/dossier/steps/step.ts';
import { stepTexts } from '#shared/domain/dossier/text-shapes.ts';
import type { Warning } from '#shared/domain/party/warning.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { rulesInForce } from '../deadline/rules-in-force.ts';
import { unusualDay } from '../deadline/unusual-day.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { checkClocks } from './check-clocks.ts';
import { knownDossier, lifecycleFailure } from './dossier-now.ts';
import { fileNow } from './file-now.ts';
import { stepsSubject } from './keep-step.ts';
import { movedMeanwhile } from './moved-meanwhile.ts';
import { dossierStepped } from './step-facts.ts';

type Input = HandlerInput<'dossier.step'>;

function saidOf(input: Input): StepSaid {
  const { step: code, on, ground, amount, party, day, decidedBy, paper } = input;
  return {
    ...{ code, on, decidedBy, paper },
    ...(ground === '' ? {} : { ground }),
    ...(amount === undefined ? {} : { amount }),
    ...(party === undefined ? {} : { party }),
    ...(day === undefined ? {} : { day }),
  };
}

/** What comes after its time is recorded all the same; what that means is the panel's to say. */
function afterItsTime(db: ReadDb, dossier: DossierId, said: StepSaid): readonly Warning[] {
  const def = stepOf(said.code);
  const over = def && overTime(def, said, rulesInForce(db), deadlinesOf(db, dossier));
  return over ? [{ code: 'step.over-time', field: 'on', facts: { rule: over.rule.id, due: over.due } }] : [];
}

function write(tx: WriteDb, context: OfficeContext, input: Input): Result<readonly Warning[], Failure> {
  const { dossier, base, note } = input;
  const row = knownDossier(tx, dossier);
  if (!row.ok) return row;
  const now = fileNow(tx, row.value);
  const moved = movedMeanwhile(tx, row.value, now, base);
  if (!moved.ok) return moved;
  const said = saidOf(input);
  const next = step(now, said, latestDay(tx, context.moment));
  if (!next.ok) return err(lifecycleFailure(next.error));
  const { clocks } = next.value;
  const counted = checkClocks(tx, dossier, clocks);
  if (!counted.ok) return counted;
  const basedOn = newestAbout(tx, stepsSubject(dossier));
  const warnings = [...unusualDay(tx, said.day, 'day'), ...afterItsTime(tx, dossier, said)];
  append(tx, context, [dossierStepped({ dossier, basedOn, step: said, note, clocks })]);
  return ok(warnings);
}

/** Takes a step of a file's life: its conditions are checked, its limits move, and it stands in the history. */
export const stepDossier: Handler<'dossier.step'> = (context, input) => {
  const clean = cleanTexts(input, stepTexts);
  if (!clean.ok) return clean;
  const written = inOneTransaction(context, (tx) => write(tx, context, { ...input, ...clean.value.texts }));
  if (!written.ok) return written;
  return ok({
    id: input.dossier,
    revision: nextRevision(context),
    warnings: [...written.value, ...clean.value.warnings],
  });
};
