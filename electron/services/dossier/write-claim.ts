import { newestAbout } from '#electron/store/tables/about.ts';
import { findClaim } from '#electron/store/tables/claims.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import type { Claim } from '#shared/domain/dossier/claim.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { claimWritten, memberRemoved } from './facts.ts';
import { newId, readClaimInput } from './read-input.ts';

type Done = Result<{ id: string; revision: number }, Failure>;

function write(context: OfficeContext, dossier: DossierId, typed: Claim, known: string | undefined): Done {
  const on = context.moment.today;
  const id = known ?? newId(context);
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    if (known !== undefined && !findClaim(tx, dossier, known)) return err(notFound('claim'));
    const read = readClaimInput(row.value.side, typed);
    if (!read.ok) return err(read.error);
    const kind = known === undefined ? 'claim.added' : 'claim.amended';
    const said = { dossier, on, basedOn: newestAbout(tx, id), item: { ...read.value.value, id } };
    append(tx, context, [claimWritten(kind, said)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
}

/** A claim or matter is added. Whether that restarts the limit (办案规则46(3)) is a person's decision, recorded apart. */
export const addClaim: Handler<'claim.add'> = (context, { dossier, ...typed }) =>
  write(context, dossier, typed, undefined);

/** A claim or matter changes. */
export const amendClaim: Handler<'claim.amend'> = (context, { dossier, claim, ...typed }) =>
  write(context, dossier, typed, claim);

/** A claim or matter is taken off the file. */
export const removeClaim: Handler<'claim.remove'> = (context, { dossier, claim }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    if (!findClaim(tx, dossier, claim)) return err(notFound('claim'));
    const said = { dossier, on: context.moment.today, basedOn: newestAbout(tx, claim), item: claim };
    append(tx, context, [memberRemoved('claim', said)]);
    return ok(undefined);
  });
  return written.ok ? ok({ id: claim, revision: nextRevision(context) }) : written;
};
