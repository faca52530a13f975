import { timeOrderedId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { type Claim, readClaim } from '#shared/domain/dossier/claim.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { type Party, rolesOfSide } from '#shared/domain/party/party.ts';
import { readParty } from '#shared/domain/party/read-party.ts';
import type { Warning } from '#shared/domain/party/warning.ts';
import type { OfficeContext } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { badInput } from '../typed-text.ts';
import type { NamedClaim, NamedParty } from './facts.ts';

/** Something read from a form, with what a person should look at. */
export type Read<T> = Result<{ readonly value: T; readonly warnings: readonly Warning[] }, Failure>;

/** A new row id; ids made later sort later. */
export function newId({ moment, random }: Pick<OfficeContext, 'moment' | 'random'>): string {
  return timeOrderedId(moment.at, random.bytes(10));
}

/** A typed party fit to be stored; its role must be one of the file's side. `at` is its path in the form. */
export function readPartyInput(side: DossierSide, typed: Party, today: LocalDate, at = ''): Read<Party> {
  if (!rolesOfSide[side].includes(typed.role)) {
    return err(badInput({ code: 'party.role-of-other-side', field: 'role' }, at));
  }
  const read = readParty(typed, today);
  return read.ok ? ok({ value: read.value.party, warnings: read.value.warnings }) : err(badInput(read.error, at));
}

/** A typed claim or matter fit to be stored. */
export function readClaimInput(side: DossierSide, typed: Claim, at = ''): Read<Claim> {
  const read = readClaim(side, typed);
  return read.ok ? ok({ value: read.value.claim, warnings: read.value.warnings }) : err(badInput(read.error, at));
}

function readList<T>(
  list: string,
  typed: readonly T[],
  read: (item: T, at: string) => Read<T>,
  id: () => string,
): Read<readonly (T & { readonly id: string })[]> {
  const value: (T & { id: string })[] = [];
  const warnings: Warning[] = [];
  for (const [index, item] of typed.entries()) {
    const at = `${list}.${index}`;
    const one = read(item, at);
    if (!one.ok) return one;
    value.push({ ...one.value.value, id: id() });
    warnings.push(...one.value.warnings.map((w) => (w.field === undefined ? w : { ...w, field: `${at}.${w.field}` })));
  }
  return ok({ value, warnings });
}

/** The parties of a new file, each with an id. */
export function readParties(
  side: DossierSide,
  typed: readonly Party[],
  context: OfficeContext,
): Read<readonly NamedParty[]> {
  const today = latestDay(context.open.store.db, context.moment);
  return readList(
    'parties',
    typed,
    (party, at) => readPartyInput(side, party, today, at),
    () => newId(context),
  );
}

/** The claims or matters of a new file, each with an id. */
export function readClaims(
  side: DossierSide,
  typed: readonly Claim[],
  context: OfficeContext,
): Read<readonly NamedClaim[]> {
  return readList(
    'claims',
    typed,
    (claim, at) => readClaimInput(side, claim, at),
    () => newId(context),
  );
}
