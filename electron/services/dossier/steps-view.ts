import type { ReadDb } from '#electron/store/db.ts';
import { stepsOf } from '#electron/store/tables/dossier-steps.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { mayDo } from '#shared/domain/dossier/lifecycle.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import { offeredSteps } from '#shared/domain/dossier/steps/take-step.ts';
import { fileNow } from './file-now.ts';

type View = Pick<CallOutput<'dossier.get'>, 'life' | 'may'>;

/** Where a file stands, what was done to come there, and what may come next. */
export function stepsView(db: ReadDb, row: DossierRow): View {
  const now = fileNow(db, row);
  const state = foldSteps(now, now.steps);
  return {
    may: [...mayDo(now, state)],
    life: {
      stage: state.stage,
      asides: state.asides.map(({ aside, since }) => ({ aside, since })),
      offered: offeredSteps(now, state).map(({ code }) => code),
      steps: stepsOf(db, row.id).map(
        ({ dossier: _, n: __, struckBy, movedBy: ___, alsoLimits: ____, absent, ...step }) => ({
          ...step,
          struck: struckBy !== '',
          absent: absent === 1,
        }),
      ),
    },
  };
}
