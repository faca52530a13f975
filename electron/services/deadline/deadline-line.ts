import type { ReadDb } from '#electron/store/db.ts';
import type { DeadlineRow } from '#electron/store/tables/deadlines.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dueBriefOf } from './due-brief.ts';

/** A deadline with what it is about. */
export type DeadlineLine = CallOutput<'deadline.list'>['rows'][number];

/** A stored deadline with the number and title of its file or request. */
export function deadlineLine(db: ReadDb, row: DeadlineRow, today: LocalDate): DeadlineLine {
  const due = dueBriefOf(row, today);
  // `about` says which of the two ids the subject is.
  if (row.about === 'dossier') {
    const dossier = findDossier(db, row.subject as DossierId);
    const number = dossier?.caseNo ?? dossier?.windowNo ?? '';
    return { due, dossier: row.subject, request: null, title: dossier?.title ?? '', number };
  }
  const request = findRequest(db, row.subject as RequestId);
  const number = request?.number ?? request?.registerNo ?? '';
  return { due, dossier: null, request: row.subject, title: request?.title ?? '', number };
}
