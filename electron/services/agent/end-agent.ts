import type { WriteDb } from '#electron/store/db.ts';
import { findMandate, type MandateRow } from '#electron/store/tables/mandates.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { openDossier } from '../dossier/dossier-now.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { cleanTexts } from '../typed-text.ts';
import { agentEnded, agentResumed } from './facts.ts';

/** The mandate of an agent on an open file. */
function mandateOn(tx: WriteDb, dossier: DossierId, party: string): Result<MandateRow, Failure> {
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  const mandate = findParty(tx, dossier, party)?.role === 'agent' ? findMandate(tx, dossier, party) : undefined;
  return mandate ? ok(mandate) : err(notFound('agent'));
}

/** A mandate was withdrawn or given up on a day; that it held before stays. */
export const endAgent: Handler<'agent.end'> = (context, { dossier, party, on, reason }) => {
  const cleaned = cleanTexts({ reason }, { reason: { max: 1000, multiline: true } });
  if (!cleaned.ok) return cleaned;
  const written = inOneTransaction(context, (tx) => {
    const mandate = mandateOn(tx, dossier, party);
    if (!mandate.ok) return mandate;
    if (mandate.value.endedOn !== null) return err(refused('agent.ended-already'));
    if (on > latestDay(tx, context.moment)) return err({ ...refused('dossier.in-future'), field: 'on' });
    if (mandate.value.paperOn !== null && on < mandate.value.paperOn) {
      return err({ ...refused('agent.end-before-paper'), field: 'on' });
    }
    append(tx, context, [agentEnded(on, { dossier, party }, cleaned.value.texts.reason)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: party, revision: nextRevision(context) }) : written;
};

/** Takes the end of a mandate back by a recorded act. */
export const resumeAgent: Handler<'agent.resume'> = (context, { dossier, party }) => {
  const written = inOneTransaction(context, (tx) => {
    const mandate = mandateOn(tx, dossier, party);
    if (!mandate.ok) return mandate;
    if (mandate.value.endedOn === null) return err(refused('agent.not-ended'));
    append(tx, context, [agentResumed(context.moment.today, { dossier, party })]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: party, revision: nextRevision(context) }) : written;
};
