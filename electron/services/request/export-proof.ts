import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { makeProof } from './prove-request.ts';

/** The proof file of a request to be handed out; that it was, and whether with the texts, stands in the audit trail. */
export const exportProof: Handler<'request.exportProof'> = (context, { request, bodies }) => {
  const made = makeProof(context.open, request, bodies);
  if (!made.ok) return made;
  const { bytes, verdict } = made.value;
  const hash = verdict.hash ?? '';
  return inOneTransaction(context, (tx) => {
    append(tx, context, [auditFact(context, 'audit.exported', { about: request, facts: { proof: hash, bodies } })]);
    // The request's id alone: a file name is seen by everybody who carries the file.
    return ok({ fileName: `${request}.xieban-proof`, bytes, hash, revision: nextRevision(context) });
  });
};
