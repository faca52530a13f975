import type { ReadDb } from '#electron/store/db.ts';
import { findDossier } from '#electron/store/tables/dossiers.ts';
import { findRequest } from '#electron/store/tables/requests.ts';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { MovedLimit } from '../deadline/recompute-stale.ts';

/** A moved last day as the contract shows one. */
export type MovedLine = CallOutput<'law.moved'>['rows'][number];

function named(db: ReadDb, { about, subject }: MovedLimit): Pick<MovedLine, 'number' | 'title'> {
  // `about` says which of the two ids the subject is.
  if (about === 'dossier') {
    const dossier = findDossier(db, subject as DossierId);
    return { number: dossier?.caseNo ?? dossier?.windowNo ?? '', title: dossier?.title ?? '' };
  }
  const request = findRequest(db, subject as RequestId);
  return { number: request?.number ?? request?.registerNo ?? '', title: request?.title ?? '' };
}

/** Moved last days with the number and title of what they are about. */
export function movedLines(db: ReadDb, moved: readonly MovedLimit[]): MovedLine[] {
  return moved.map((line) => {
    const { about, subject, rule, from, to } = line;
    return { about, subject, rule, from, to, ...named(db, line) };
  });
}
