import { filtersOf, type SavedFilter } from '#electron/store/tables/saved-filters.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { dossierFilter } from '#shared/contract/dossier.ts';
import type { Handler } from '../context.ts';
import { readingsOf } from '../dossier/name-readings.ts';

/** What another version kept and this one cannot read is left out, and stays for the version that can. */
function viewOf({ id, name, filter }: SavedFilter): CallOutput<'filter.list'> {
  const read = dossierFilter.safeParse(JSON.parse(filter));
  if (!read.success) return [];
  return [{ id, name, words: readingsOf(name, false).initials.join(' '), filter: read.data }];
}

/** The filters of whoever sits at the desk. */
export const listFilters: Handler<'filter.list'> = ({ open, me }) =>
  ok(filtersOf(open.store.db, me).flatMap((row) => viewOf(row)));
