import { rebuild } from '#electron/store/rebuild.ts';
import { chainEnds } from '#electron/store/tables/entries.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { storageFailure } from '../journal/append.ts';
import { project } from '../journal/project.ts';
import { nextRevision } from '../session/revision.ts';

/** Builds every table again from the chains, in one transaction, and says whether anything had drifted. */
export const rebuildStore: Handler<'store.rebuild'> = (context) => {
  const { open, clock } = context;
  const started = clock.now();
  // What a request says follows from both its chains read to their ends: the first and the last entry of each decide.
  const ends = new Set(chainEnds(open.store.db));
  const rebuilt = rebuild(open.store, (tx, entry, date, n) =>
    project(tx, { entry, n, date, more: !ends.has(n) }, open),
  );
  if (!rebuilt.ok) return err(storageFailure(rebuilt.error));
  const { entries, same } = rebuilt.value;
  return ok({ entries, same, milliseconds: Math.max(0, clock.now() - started), revision: nextRevision(context) });
};
