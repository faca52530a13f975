import type { ReadDb } from '#electron/store/db.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import { type RuleSet, rulesFor } from '#shared/domain/deadline/pack.ts';

/** The rules this office's own files are counted by: the nation's and the province's. */
export function rulesInForce(db: ReadDb): RuleSet {
  return rulesFor(findOffice(db)?.region ?? '');
}
