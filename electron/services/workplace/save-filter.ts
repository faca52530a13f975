import { addFilter, filtersOf, isFilterId } from '#electron/store/tables/saved-filters.ts';
import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { newId } from '../dossier/read-input.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { filterName, nameIsFree } from './filter-name.ts';

/** More than these nobody finds again. */
const most = 40;

/** Keeps a filter by name for whoever sits at the desk. */
export const saveFilter: Handler<'filter.save'> = (context, input) => {
  const { me } = context;
  const name = filterName(input.name);
  if (!name.ok) return name;
  const id = input.id ?? newId(context);
  const written = inOneTransaction(context, (tx) => {
    if (filtersOf(tx, me).length >= most) return err(refused('filter.too-many', { most }));
    if (isFilterId(tx, id)) return err(refused('filter.kept-already'));
    const free = nameIsFree(tx, me, name.value, null);
    if (!free.ok) return free;
    addFilter(tx, { id, person: me, name: name.value, filter: JSON.stringify(input.filter) });
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};
