import type { WriteDb } from '#electron/store/db.ts';
import { heldEntry, settleOrphan } from '#electron/store/tables/held-entries.ts';
import type { EntryId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import { type AssistKind, isAssistKind, readFacts } from '#shared/domain/assist/facts.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { mayAct, say, standingOf } from '../request/write-entry.ts';
import { nextRevision } from '../session/revision.ts';
import { givenReason } from './given-reason.ts';
import { againAs, type Orphan, readOrphan } from './orphans.ts';

/** An orphan of our own about which nobody has decided yet. */
function openOrphan(tx: WriteDb, { open }: OfficeContext, id: EntryId): Result<Orphan, Failure> {
  const held = heldEntry(tx, id);
  const orphan = held?.state === 'orphan' ? readOrphan(held) : undefined;
  if (!orphan || orphan.header.office !== open.office) return err(notFound('orphan'));
  const isOpen = held?.reason === 'taken-over' || held?.reason === 'displaced';
  return isOpen ? ok(orphan) : err(refused('recovery.decided'));
}

/** The same saying once more, in the body as it was; what lets the partner fetch its files is written anew. */
function sayAgain<K extends AssistKind>(
  tx: WriteDb,
  context: OfficeContext,
  { header, request, content }: Orphan,
  kind: K,
): Result<void, Failure> {
  const standing = standingOf(tx, context, request);
  if (!standing.ok) return standing;
  const allowed = mayAct(standing.value, standing.value.side, kind, context.open);
  if (!allowed.ok) return allowed;
  const facts = readFacts(kind, header.facts);
  if (facts === undefined) return err(refused('recovery.by-hand'));
  const { grants: _, ...again } = content;
  const said = Object.keys(again).length > 0 ? { content: again } : {};
  say(tx, context, standing.value, { kind, on: header.on, facts, files: header.files, ...said });
  return ok(undefined);
}

/** Writes what an orphan of ours said anew, dated as it happened and recorded now. */
export const reissueOrphan: Handler<'recovery.reissue'> = (context, { id }) =>
  inOneTransaction(context, (tx) => {
    const orphan = openOrphan(tx, context, id);
    if (!orphan.ok) return orphan;
    const again = againAs(tx, orphan.value);
    if (!isAssistKind(again)) return err(refused(again));
    const said = sayAgain(tx, context, orphan.value, again);
    if (!said.ok) return said;
    settleOrphan(tx, id, 'reissued');
    return ok({ revision: nextRevision(context) });
  });

/** Notes with the reason that what an orphan said is not needed any more. */
export const dismissOrphan: Handler<'recovery.dismiss'> = (context, { id, reason }) => {
  const why = givenReason(reason);
  if (!why.ok) return why;
  return inOneTransaction(context, (tx) => {
    const orphan = openOrphan(tx, context, id);
    if (!orphan.ok) return orphan;
    append(tx, context, [auditFact(context, 'audit.orphan', { about: id, reason: why.value })]);
    settleOrphan(tx, id, 'not-needed');
    return ok({ revision: nextRevision(context) });
  });
};
