import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { findMandate, partiesAmong } from '#electron/store/tables/mandates.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound } from '#shared/contract/failure.ts';
import { type Mandate, mandateTexts, mayBePrincipal, principalsOf, readMandate } from '#shared/domain/party/mandate.ts';
import { readTexts } from '#shared/domain/party/read-texts.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { openDossier } from '../dossier/dossier-now.ts';
import { givenFields, mergeChange, sameFields } from '../dossier/merge-change.ts';
import { roleOf } from '../dossier/stored-party.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput } from '../typed-text.ts';
import { agentNamed } from './facts.ts';
import { mandateSubject, storedMandate } from './stored-mandate.ts';

type Said = HandlerInput<'agent.set'>;

/** Everybody acted for stands on the file in a role that may have an agent. */
function checkPrincipals(tx: WriteDb, dossier: DossierId, party: string, mandate: Mandate): Result<undefined, Failure> {
  const ids = principalsOf(mandate);
  const found = partiesAmong(tx, dossier, ids).filter(({ id, role }) => id !== party && mayBePrincipal(roleOf(role)));
  return found.length === new Set(ids).size ? ok(undefined) : err({ ...notFound('party'), field: 'principals' });
}

function write(tx: WriteDb, context: OfficeContext, said: Said): Result<undefined, Failure> {
  const { dossier, party, base, principals, ...typed } = said;
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  if (findParty(tx, dossier, party)?.role !== 'agent') return err(notFound('agent'));
  const stored = storedMandate(findMandate(tx, dossier, party));
  const read = readTexts(givenFields<Mandate>(typed), mandateTexts);
  if (!read.ok) return err(badInput(read.error));
  const joined = principals === undefined ? {} : { principals: [...new Set(principals)].sort().join(',') };
  const given = { ...givenFields<Mandate>(typed), ...read.value.texts, ...joined };
  const whole = readMandate({ ...stored, ...given }, latestDay(tx, context.moment));
  if (!whole.ok) return err(badInput(whole.error));
  if (principals !== undefined) {
    const known = checkPrincipals(tx, dossier, party, whole.value);
    if (!known.ok) return known;
  }
  const subject = mandateSubject(party);
  const wanted = sameFields(whole.value, { ...given, ...(typed.kind === 'legal' ? { authority: '' as const } : {}) });
  const merged = mergeChange<Mandate>(tx, { subject, revision: row.value.revision, base, stored }, wanted);
  if (!merged.ok) return merged;
  if (Object.keys(merged.value).length > 0) {
    const { today } = context.moment;
    append(tx, context, [agentNamed(today, { dossier, party }, merged.value, newestAbout(tx, subject))]);
  }
  return ok(undefined);
}

/** Writes down for whom and by what an agent acts, in the fields that are named and differ from what is stored. */
export const setAgent: Handler<'agent.set'> = (context, said) => {
  const written = inOneTransaction(context, (tx) => write(tx, context, said));
  return written.ok ? ok({ id: said.party, revision: nextRevision(context) }) : written;
};
