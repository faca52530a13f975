import type { ReadDb } from '#electron/store/db.ts';
import { filtersOf } from '#electron/store/tables/saved-filters.ts';
import type { UserId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, refused } from '#shared/contract/failure.ts';
import { badInput, cleanTexts } from '../typed-text.ts';

/** A typed name fit to be kept; refused when nothing is left of it. */
export function filterName(typed: string): Result<string, Failure> {
  const clean = cleanTexts({ name: typed }, { name: { max: 40 } });
  if (!clean.ok) return clean;
  const { name } = clean.value.texts;
  return name === '' ? err(badInput({ code: 'filter.no-name', field: 'name' })) : ok(name);
}

/** Refuses a name another filter of the person has: by name it is found again. */
export function nameIsFree(db: ReadDb, person: UserId, name: string, besides: string | null): Result<null, Failure> {
  const taken = filtersOf(db, person).some((filter) => filter.name === name && filter.id !== besides);
  return taken ? err({ ...refused('filter.name-taken'), field: 'name' }) : ok(null);
}
