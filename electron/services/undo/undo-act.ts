import { findDossier } from '#electron/store/tables/dossiers.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { inverseFacts } from './inverse-fact.ts';
import { keptByClosing, lastActOn, whyNotUndone } from './last-act.ts';

/** What would be taken back on a file, and why it cannot be when it cannot. */
export const showLastAct: Handler<'dossier.lastAct'> = ({ open, me }, { dossier }) => {
  const { db } = open.store;
  const row = findDossier(db, dossier);
  if (!row) return err(notFound('dossier'));
  const act = lastActOn(db, dossier);
  if (act === undefined) return ok(null);
  const closed = row.status === 'closed' && keptByClosing(act) ? 'dossier.already-closed' : null;
  return ok({ entry: act.entry, kind: act.header.kind, refusal: whyNotUndone(act, dossier, me) ?? closed });
};

/** Takes back the person's own newest act on a file by a recorded act; both stay in the history. */
export const undoAct: Handler<'dossier.undo'> = (context, { dossier, entry }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    const act = lastActOn(tx, dossier);
    const keeps = row.value.status === 'closed' && (act === undefined || keptByClosing(act));
    if (keeps) return err(refused('dossier.already-closed'));
    if (act?.entry !== entry) return err(refused('undo.not-the-last'));
    const why = whyNotUndone(act, dossier, context.me);
    if (why !== null) return err(refused(why));
    const last = act.header.kind === 'party.added' && partiesOf(tx, dossier).length === 1;
    if (last) return err(refused('party.last'));
    const facts = inverseFacts({ db: tx, dossier, act, on: context.moment.today });
    if (!facts.ok) return facts;
    append(tx, context, facts.value);
    return ok(undefined);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context) }) : written;
};
