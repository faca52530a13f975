import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { auditFact } from './audit-fact.ts';

/** Records that something is about to be printed or exported. */
export const recordPrint: Handler<'audit.printed'> = (context, { what, about, note }) => {
  const line = auditFact(context, 'audit.printed', { about, reason: note, facts: { what } });
  const written = inOneTransaction(context, (tx) => {
    append(tx, context, [line]);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
