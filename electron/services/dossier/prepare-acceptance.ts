import type { ReadDb } from '#electron/store/db.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { accept } from '#shared/domain/dossier/lifecycle.ts';
import type { ClockAct } from '#shared/domain/dossier/steps/step.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { checkClocks } from './check-clocks.ts';
import { knownDossier, lifecycleFailure } from './dossier-now.ts';
import type { NumberGiven } from './facts.ts';
import { fileNow } from './file-now.ts';
import { checkBranch, checkFree } from './give-number.ts';
import { nextCaseNumber } from './next-case-number.ts';

type Asked = HandlerInput<'dossier.nextNumber'> & { readonly alsoLimits?: boolean };

type Prepared = {
  readonly side: DossierSide;
  readonly channel: string;
  readonly number: NumberGiven;
  readonly clocks: readonly ClockAct[];
};

/** The number a file would be accepted under and the clock events that would be written; refused as the act would be. */
export function prepareAcceptance(
  db: ReadDb,
  { moment }: Pick<OfficeContext, 'moment'>,
  { dossier, on, branch, under, alsoLimits }: Asked,
): Result<Prepared, Failure> {
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  const next = accept(fileNow(db, row.value), on, latestDay(db, moment), alsoLimits);
  if (!next.ok) return err(lifecycleFailure(next.error));
  const { clocks } = next.value;
  const counted = checkClocks(db, dossier, clocks);
  if (!counted.ok) return counted;
  // A branch that ended gives no number of its own; under one it gave a file may still come.
  const known = under === null ? checkBranch(db, branch) : ok(undefined);
  if (!known.ok) return known;
  const number = nextCaseNumber(db, row.value, { on, branch, under });
  if (!number.ok) return number;
  const free = checkFree(db, number.value);
  const { side, channel } = row.value;
  return free.ok ? ok({ side, channel, number: number.value, clocks }) : free;
}

/** What the case number would read if the file were accepted now; it is given to nobody by asking. */
export const previewNumber: Handler<'dossier.nextNumber'> = (context, asked) => {
  const ready = prepareAcceptance(context.open.store.db, context, asked);
  return ready.ok ? ok({ number: ready.value.number.text }) : ready;
};
