import { nextUnder, numbersOf } from '#electron/store/tables/given-numbers.ts';
import { nextInSeries } from '#electron/store/tables/number-series.ts';
import { isWorkedOn } from '#electron/store/tables/worked-on.ts';
import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import type { Fact } from '../journal/fact.ts';
import { readText, readTexts } from '../read-fields.ts';
import { fieldsBefore } from './fields-before.ts';
import type { Undone } from './undone.ts';

/** Whether the numbers of a file are the last of their series, so that they can be given to the next file instead. */
function bearsLastNumbers({ db }: Undone, dossier: DossierId): boolean {
  return numbersOf(db, dossier).every((given) => {
    if (nextUnder(db, given) !== given.part + 1) return false;
    return given.part > 0 || nextInSeries(db, given.series, given.year) === given.seq + 1;
  });
}

/** Facts that put members that left back under their own ids; undefined when the text of one was erased. */
function membersBack(undone: Undone, what: 'party' | 'claim', ids: readonly string[]): readonly Fact[] | undefined {
  const { dossier, on } = undone;
  const contents = ids.map((id): readonly [string, JsonObject | undefined] => [id, fieldsBefore(undone, id, id)]);
  const facts = contents.flatMap(([id, content]): readonly Fact[] =>
    content === undefined ? [] : [{ kind: `${what}.added`, on, facts: { dossier, [what]: id }, content }],
  );
  return facts.length === ids.length ? facts : undefined;
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
  const parties = membersBack(undone, 'party', readTexts(facts, 'parties'));
  const claims = membersBack(undone, 'claim', readTexts(facts, 'claims'));
  if (parties === undefined || claims === undefined) return err(refused('undo.erased'));
  return ok([{ kind: 'dossier.separation-undone', on, facts: { dossier, other } }, ...parties, ...claims]);
}
