import { claimsOf } from '#electron/store/tables/claims.ts';
import { nextUnder, numbersOf } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { isWorkedOn } from '#electron/store/tables/worked-on.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { storedClaim } from '../dossier/stored-claim.ts';
import { storedParty } from '../dossier/stored-party.ts';
import type { Fact } from '../journal/fact.ts';
import { readText, readTexts } from '../read-fields.ts';
import type { Undone } from './undone.ts';

/** Whether the numbers of a file are the last of their series, so that they can be given to the next file instead. */
function bearsLastNumbers({ db }: Undone, dossier: DossierId): boolean {
  return numbersOf(db, dossier).every((given) => {
    if (nextUnder(db, given) !== given.part + 1) return false;
    return given.part > 0 || nextInSeries(db, given.series, given.year) === given.seq + 1;
  });
}

/** Members of the new file as said under the ids they had before; nobody worked on it, so they are what left. */
function under<R extends { readonly id: string }>(ids: readonly string[], rows: readonly R[]): readonly R[] {
  return ids.flatMap((id, at) => {
    const row = rows[at];
    return row === undefined ? [] : [{ ...row, id }];
  });
}

/**
 * The facts that undo a separation: the new file leaves, and who and what had gone over stands where it stood. Refused once
 * anything was recorded about the new file or a later number was given, for no number is given twice and none is left out.
 */
export function separationBack(undone: Undone): Result<readonly Fact[], Failure> {
  const { db, dossier, act, on } = undone;
  const { facts } = act.header;
  // Ids of a stored header were checked when it was written.
  const other = readText(facts, 'other') as DossierId;
  if (isWorkedOn(db, other, act.n)) return err(refused('separation.worked-on'));
  if (!bearsLastNumbers(undone, other)) return err(refused('separation.later-numbers'));
  const [parties, claims] = [readTexts(facts, 'parties'), readTexts(facts, 'claims')];
  const content = {
    parties: under(parties, partiesOf(db, other)).map((row) => ({ ...storedParty(row), id: row.id })),
    claims: under(claims, claimsOf(db, other)).map((row) => ({ ...storedClaim(row), id: row.id })),
  };
  return ok([{ kind: 'dossier.separation-undone', on, facts: { dossier, other, parties, claims }, content }]);
}
