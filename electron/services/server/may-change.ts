import type { ReadDb } from '#electron/store/db.ts';
import { findPerson } from '#electron/store/tables/people.ts';
import type { UserId } from '#shared/base/ids.ts';

/** Whether a person may change how the office is reached: the head of the office alone. */
export function mayChangeServer(db: ReadDb, me: UserId): boolean {
  return findPerson(db, me)?.roles.includes('head') ?? false;
}
