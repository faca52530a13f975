import type { ReadDb } from '#electron/store/db.ts';
import { aboutAfter } from '#electron/store/tables/about.ts';
import type { DossierRow } from '#electron/store/tables/dossiers.ts';
import { findEntry } from '#electron/store/tables/entries.ts';
import { peopleNames } from '#electron/store/tables/people.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { DossierNow } from '#shared/domain/dossier/lifecycle.ts';
import { foldSteps } from '#shared/domain/dossier/steps/file-state.ts';
import { recordedAt } from '../recorded-at.ts';
import { stepsSubject } from './keep-step.ts';

/** Refuses a step on a file that somebody moved on after the base: the person was shown another stage than it is in. */
export function movedMeanwhile(db: ReadDb, row: DossierRow, now: DossierNow, base: number): Result<undefined, Failure> {
  const last = aboutAfter(db, stepsSubject(row.id), base).at(-1);
  const entry = last === undefined ? undefined : findEntry(db, last);
  if (entry === undefined) return ok(undefined);
  return err({
    kind: 'conflict',
    code: 'conflict.changed-meanwhile',
    conflict: {
      ...{ revision: row.revision, fields: ['stage'], stored: { stage: foldSteps(now, now.steps).stage } },
      ...{ by: peopleNames(db).get(entry.parsed.actor) ?? '', at: recordedAt(entry.parsed.at) },
    },
  });
}
