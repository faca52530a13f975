import type { ReadDb } from '#electron/store/db.ts';
import { type DossierRow, findDossier } from '#electron/store/tables/dossiers.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import type { DossierId, UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { DossierRefusal } from '#shared/domain/dossier/lifecycle.ts';

/** The contract's failure for what the lifecycle refuses. */
export function lifecycleFailure({ code, field }: DossierRefusal): Failure {
  return field === undefined ? refused(code) : { ...refused(code), field };
}

/** A file that is here. */
export function knownDossier(db: ReadDb, id: DossierId): Result<DossierRow, Failure> {
  const row = findDossier(db, id);
  return row ? ok(row) : err(notFound('dossier'));
}

/** A file whose fields, parties and claims may still change: a closed one keeps what it says. */
export function openDossier(db: ReadDb, id: DossierId): Result<DossierRow, Failure> {
  const row = knownDossier(db, id);
  return row.ok && row.value.status === 'closed' ? err(refused('dossier.already-closed')) : row;
}

/** Whether somebody may be put in charge: nobody, or a person who still works here. */
export function checkHandler(db: ReadDb, handler: UserId | null | undefined): Result<undefined, Failure> {
  if (handler === null || handler === undefined) return ok(undefined);
  const person = findPerson(db, handler);
  if (!person) return err({ ...notFound('person'), field: 'handler' });
  return person.active ? ok(undefined) : err({ ...refused('person.inactive'), field: 'handler' });
}
