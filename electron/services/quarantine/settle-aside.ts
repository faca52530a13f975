import { findQuarantined, settleQuarantined } from '#electron/store/tables/quarantine.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';

/** Notes for good that nothing more is to be done about something set aside, with the reason and who said so. */
export const settleAside: Handler<'quarantine.settle'> = (context, { id, reason }) => {
  if (!findQuarantined(context.open.store.db, id)) return err(notFound('quarantine'));
  const clean = cleanTexts({ reason }, { reason: { max: 500, multiline: true } });
  if (!clean.ok) return clean;
  const why = clean.value.texts.reason;
  if (why === '') return err(badInput({ code: 'quarantine.reason-empty', field: 'reason' }));
  return inOneTransaction(context, (tx) => {
    append(tx, context, [auditFact(context, 'audit.aside', { about: id, reason: why })]);
    settleQuarantined(tx, id, why);
    return ok({ revision: nextRevision(context) });
  });
};
