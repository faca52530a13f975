import { removeFilter as forget } from '#electron/store/tables/saved-filters.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';

/** Forgets one of the person's own filters; one that is gone already is no failure. */
export const removeFilter: Handler<'filter.remove'> = (context, { id }) => {
  const written = inOneTransaction(context, (tx) => {
    forget(tx, context.me, id);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
