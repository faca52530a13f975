import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { findClaim } from '#electron/store/tables/claims.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { Claim } from '#shared/domain/dossier/claim.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';
import { knownDossier, openDossier } from './dossier-now.ts';
import { claimAdded, claimChanged, memberRemoved } from './facts.ts';
import { givenFields, mergeChange, sameFields } from './merge-change.ts';
import { newId, readClaimInput } from './read-input.ts';
import { storedClaim } from './stored-claim.ts';

/** A claim or matter is added. Whether that restarts the limit (办案规则46(3)) is a person's decision, recorded apart. */
export const addClaim: Handler<'claim.add'> = (context, { dossier, ...typed }) => {
  const id = newId(context);
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const read = readClaimInput(row.value.side, typed);
    if (!read.ok) return read;
    append(tx, context, [claimAdded({ dossier, on: context.moment.today, item: { ...read.value.value, id } })]);
    return ok(undefined);
  });
  return written.ok ? ok({ id, revision: nextRevision(context) }) : written;
};

/**
 * The fields a change is about. A formula, its values and what they come to go together, so that of two who changed
 * either the later one is told; an amount a formula gives is not typed over.
 */
function fieldsAbout(stored: Claim, given: Partial<Claim>): Result<Partial<Claim>, Failure> {
  if (given.formula !== undefined || given.inputs !== undefined) {
    const { formula, inputs, amountFen } = { ...stored, ...given };
    return ok({ ...given, formula, inputs, amountFen });
  }
  const typedOver = stored.formula !== '' && given.amountFen !== undefined && given.amountFen !== stored.amountFen;
  return typedOver ? err({ ...refused('claim.amount-by-formula'), field: 'amountFen' }) : ok(given);
}

/** Writes the change; answers the revision of the file with it. */
function change(tx: WriteDb, context: OfficeContext, input: HandlerInput<'claim.amend'>): Result<number, Failure> {
  const { dossier, claim, base, ...typed } = input;
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  const known = findClaim(tx, dossier, claim);
  if (!known) return err(notFound('claim'));
  const stored = storedClaim(known);
  const given = fieldsAbout(stored, givenFields<Claim>(typed));
  if (!given.ok) return given;
  const read = readClaimInput(row.value.side, { ...stored, ...given.value });
  if (!read.ok) return read;
  const target = { subject: claim, revision: row.value.revision, base, stored };
  const merged = mergeChange<Claim>(tx, target, sameFields(read.value.value, given.value));
  if (!merged.ok) return merged;
  if (Object.keys(merged.value).length === 0) return ok(row.value.revision);
  const said = { dossier, on: context.moment.today, basedOn: newestAbout(tx, claim), item: claim };
  append(tx, context, [claimChanged({ ...said, change: merged.value })]);
  const now = knownDossier(tx, dossier);
  return now.ok ? ok(now.value.revision) : now;
}

/** A claim or matter changes, in the fields that are named and differ from what is stored. */
export const amendClaim: Handler<'claim.amend'> = (context, said) => {
  const written = inOneTransaction(context, (tx) => change(tx, context, said));
  return written.ok ? ok({ id: said.claim, revision: nextRevision(context), base: written.value }) : written;
};

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
