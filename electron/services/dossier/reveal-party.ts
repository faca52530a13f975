import { findParty } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { auditFact } from '../office/audit-fact.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { knownDossier } from './dossier-now.ts';

/** Shows a party's numbers in full. The line in the audit chain is on disk before the numbers are answered. */
export const revealParty: Handler<'party.reveal'> = (context, { dossier, party, reason }) => {
  const clean = cleanTexts({ reason }, { reason: { max: 200 } });
  if (!clean.ok) return clean;
  if (clean.value.texts.reason === '') return err(badInput({ code: 'party.reveal-reason-empty', field: 'reason' }));
  const shown = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const known = findParty(tx, dossier, party);
    if (!known) return err(notFound('party'));
    const about = row.value.caseNo ?? row.value.windowNo;
    const facts = { dossier, party, fields: ['idNo', 'phone'] };
    append(tx, context, [auditFact(context, 'audit.revealed', { about, reason: clean.value.texts.reason, facts })]);
    return ok({ idNo: known.idNo, phone: known.phone });
  });
  return shown.ok ? ok({ ...shown.value, revision: nextRevision(context) }) : shown;
};
