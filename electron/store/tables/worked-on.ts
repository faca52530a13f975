import type { DossierId } from '#shared/base/ids.ts';
import type { ReadDb } from '../db.ts';

/** Whether anything was recorded about a file after its fact `n`, or a request or letter of it begun. */
export function isWorkedOn(db: ReadDb, dossier: DossierId, n: number): boolean {
  const row = db.get<{ worked: number }>(
    `SELECT EXISTS (SELECT 1 FROM about WHERE subject = ? AND about.n > ?)
       OR EXISTS (SELECT 1 FROM request WHERE request.dossier = ?)
       OR EXISTS (SELECT 1 FROM paper WHERE paper.dossier = ?) AS worked`,
    ...[dossier, n, dossier, dossier],
  );
  return row?.worked === 1;
}
