import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb } from '../db.ts';

/**
 * SQL for whether anything was recorded about a file after its fact `n`, or a request or letter of it begun; `dossier` and
 * `n` name columns or a parameter each.
 */
export const workedOn = (dossier: string, n: string): string =>
  `EXISTS (SELECT 1 FROM about WHERE subject = ${dossier} AND about.n > ${n})
  OR EXISTS (SELECT 1 FROM request WHERE request.dossier = ${dossier})
  OR EXISTS (SELECT 1 FROM paper WHERE paper.dossier = ${dossier})`;

/** Whether anything was recorded about a file after its fact `n`, or a request or letter of it begun. */
export function isWorkedOn(db: ReadDb, dossier: DossierId, n: number): boolean {
  const row = db.get<{ worked: number }>(
    `SELECT ${workedOn('f.dossier', 'f.n')} AS worked FROM (SELECT ? AS dossier, ? AS n) AS f`,
    ...[dossier, n],
  );
  return row?.worked === 1;
}
