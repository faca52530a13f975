import type { ReadDb } from '#electron/store/db.ts';
import { type KeptStep, stepsOf } from '#electron/store/tables/dossier-steps.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { type FileState, foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import type { Stage } from '#shared/domain/dossier/steps/stages.ts';
import { takenStep } from './file-now.ts';

type Kind = Pick<DossierRow, 'id' | 'side' | 'channel'>;

/** Where the steps that stand leave a file. Which limits run is no part of it, so no rules are asked. */
export function stateOf({ side, channel }: Kind, steps: readonly KeptStep[]): FileState {
  const file = { side, channel, region: '', parties: [], hasRule: () => false, limits: [] };
  return foldSteps(file, steps.filter(({ struckBy }) => struckBy === '').map(takenStep));
}

/** The place of a file on its main line. */
export function stageOf(db: ReadDb, row: Kind): Stage {
  return stateOf(row, stepsOf(db, row.id)).stage;
}
