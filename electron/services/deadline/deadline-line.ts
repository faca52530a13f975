import type { ReadDb } from '#electron/store/db.ts';
import type { DeadlineRow } from '#electron/store/tables/deadlines.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dueBriefOf } from './due-brief.ts';

/** A deadline with what it is about. */
export type DeadlineLine = CallOutput<'deadline.list'>['rows'][number];

/** What within its file a limit is about, in words: the name of the party, or the id as it stands. */
export function limitPartName(db: ReadDb, dossier: DossierId, of: string): string {
  return of === '' ? '' : (findParty(db, dossier, of)?.name ?? of);
}

function handlerOf(db: ReadDb, dossier: DossierRow | undefined): string {
  const handler = dossier?.handler ?? null;
  return handler === null ? '' : (findPerson(db, handler)?.name ?? '');
}

/** A stored deadline with the number and title of its file or request, and who handles it. */
export function deadlineLine(db: ReadDb, row: DeadlineRow, today: LocalDate): DeadlineLine {
  const due = dueBriefOf(row, today);
  // `about` says which of the two ids the subject is.
  if (row.about === 'dossier') {
    const id = row.subject as DossierId;
    const dossier = findDossier(db, id);
    const number = dossier?.caseNo ?? dossier?.windowNo ?? '';
    const more = { part: limitPartName(db, id, row.of), handler: handlerOf(db, dossier) };
    return { due, dossier: row.subject, request: null, title: dossier?.title ?? '', number, ...more };
  }
  const request = findRequest(db, row.subject as RequestId);
  const number = request?.number ?? request?.registerNo ?? '';
  const behind = request?.dossier ? findDossier(db, request.dossier) : undefined;
  const more = { part: '', handler: handlerOf(db, behind) };
  return { due, dossier: null, request: row.subject, title: request?.title ?? '', number, ...more };
}
