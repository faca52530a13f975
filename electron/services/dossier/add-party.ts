import { err, ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { partyAdded } from './facts.ts';
import { newId, readPartyInput } from './read-input.ts';

/** A party joins the file. Whether that restarts the limit (办案规则46(1)) is a person's decision, recorded apart. */
export const addParty: Handler<'party.add'> = (context, { dossier, ...typed }) => {
  const { today } = context.moment;
  const id = newId(context);
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const read = readPartyInput(row.value.side, typed, latestDay(tx, context.moment));
    if (!read.ok) return err(read.error);
    const item = { ...read.value.value, id };
    append(tx, context, [partyAdded({ dossier, on: today, item })]);
    return ok(read.value.warnings);
  });
  return written.ok ? ok({ id, revision: nextRevision(context), warnings: [...written.value] }) : written;
};
