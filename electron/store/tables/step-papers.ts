import { numberedSteps } from '#shared/domain/numbering/paper-series.ts';
import type { ReadDb } from '../db.ts';

const codes = numberedSteps.map((code) => `'${code}'`).join(', ');

/**
 * What was written as the paper of steps whose papers bear numbers of their own, from a day on ('' for all of them). Struck
 * steps are among them: their numbers are on papers and are not given twice.
 */
export function numberedPapers(db: ReadDb, from: string): readonly string[] {
  return db
    .all<{ paper: string }>(
      `SELECT paper FROM dossier_step INDEXED BY dossier_step_numbered
       WHERE paper <> '' AND code IN (${codes}) AND on_date >= ?`,
      from,
    )
    .map(({ paper }) => paper);
}
