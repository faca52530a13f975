import { findFilter, renameFilter as giveName } from '#electron/store/tables/saved-filters.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { filterName, nameIsFree } from './filter-name.ts';

/** Gives one of the person's own filters another name. */
export const renameFilter: Handler<'filter.rename'> = (context, { id, name: typed, was }) => {
  const { me } = context;
  const name = filterName(typed);
  if (!name.ok) return name;
  const written = inOneTransaction(context, (tx) => {
    const filter = findFilter(tx, me, id);
    if (filter === undefined) return err(notFound('filter'));
    if (filter.name !== was) return err({ kind: 'conflict', code: 'conflict.filter-renamed' });
    const free = nameIsFree(tx, me, name.value, id);
    if (!free.ok) return free;
    giveName(tx, id, name.value);
    return ok(undefined);
  });
  return written.ok ? ok({ id, name: name.value, revision: nextRevision(context) }) : written;
};
