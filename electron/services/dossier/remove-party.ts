import { newestAbout } from '#electron/store/tables/about.ts';
import { partiesOf } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound, refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { memberRemoved } from './facts.ts';

/** Takes a party off the file; the last one stays, a file without anybody is none. */
export const removeParty: Handler<'party.remove'> = (context, { dossier, party }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const parties = partiesOf(tx, dossier);
    if (!parties.some(({ id }) => id === party)) return err(notFound('party'));
    if (parties.length === 1) return err(refused('party.last'));
    const said = { dossier, on: context.moment.today, basedOn: newestAbout(tx, party), item: party };
    append(tx, context, [memberRemoved('party', said)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: party, revision: nextRevision(context) }) : written;
};
