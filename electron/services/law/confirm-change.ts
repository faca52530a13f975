import { findLawChange } from '#electron/store/tables/law-changes.ts';
import { changeInForce } from '#electron/store/tables/law-slots.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { recomputeStale } from '../deadline/recompute-stale.ts';
import { recomputedFacts } from '../deadline/recomputed-facts.ts';
import { packOfContent, packSlot } from '../deadline/rules-in-force.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { signerOf } from '../rule/pack-view.ts';
import { nextRevision } from '../session/revision.ts';
import { lawConfirmed } from './facts.ts';

/**
 * A second person puts a proposed change into force, and in the same transaction every limit it touches is computed anew
 * and what moved is recorded. Refused for the person who proposed it, when something else came into force meanwhile, and
 * for rules of an unknown signer unless this person too says that he knows.
 */
export const confirmChange: Handler<'law.confirm'> = (context, { id, unknownSigner }) => {
  const { open, me, moment } = context;
  const written = inOneTransaction(context, (tx) => {
    const change = findLawChange(tx, id);
    if (!change) return err(notFound('law-change'));
    if (change.state !== 'open') return err(refused('law.decided'));
    if (change.proposedBy === me) return err(refused('law.same-person'));
    if (changeInForce(tx, change.slot) !== change.base) return err(refused('law.base-moved'));
    const pack = change.slot === packSlot ? packOfContent(change.content) : undefined;
    if (pack && !unknownSigner && signerOf(open, pack) === 'unknown') return err(refused('pack.signer-unknown'));
    append(tx, context, [lawConfirmed(moment.today, id)]);
    const moved = recomputeStale(tx, open.office, true);
    append(tx, context, recomputedFacts(tx, moved, moment.today, id));
    return ok(moved.length);
  });
  return written.ok ? ok({ revision: nextRevision(context), moved: written.value }) : written;
};
