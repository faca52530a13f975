import { newestAbout } from '#electron/store/tables/about.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { partyWritten } from './facts.ts';
import { readPartyInput } from './read-input.ts';

/** What is known of a party changes. A number that is left out stays: the screen only ever had its mask. */
export const amendParty: Handler<'party.amend'> = (context, { dossier, party, idNo, phone, ...typed }) => {
  const { today } = context.moment;
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const known = findParty(tx, dossier, party);
    if (!known) return err(notFound('party'));
    const full = { ...typed, idNo: idNo ?? known.idNo, phone: phone ?? known.phone };
    const read = readPartyInput(row.value.side, full, today);
    if (!read.ok) return err(read.error);
    const item = { ...read.value.value, id: party };
    const basedOn = newestAbout(tx, party);
    append(tx, context, [partyWritten('party.amended', { dossier, on: today, basedOn, item })]);
    return ok(read.value.warnings);
  });
  return written.ok ? ok({ id: party, revision: nextRevision(context), warnings: [...written.value] }) : written;
};
