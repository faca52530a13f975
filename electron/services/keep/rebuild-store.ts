import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { projectionDigest, rebuild } from '../journal/rebuild.ts';
import { nextRevision } from '../session/revision.ts';

/** Builds every table again from the chains, in one transaction, and says whether anything had drifted. */
export const rebuildStore: Handler<'store.rebuild'> = (context) => {
  const { open, clock } = context;
  const started = clock.now();
  return inOneTransaction(context, (tx) => {
    const before = projectionDigest(tx, open.suite.hash);
    const entries = rebuild(tx, open);
    const same = projectionDigest(tx, open.suite.hash) === before;
    return ok({ entries, same, milliseconds: Math.max(0, clock.now() - started), revision: nextRevision(context) });
  });
};
