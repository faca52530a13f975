import type { WriteDb } from '#electron/store/db.ts';
import { newestAbout } from '#electron/store/tables/about.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { HandlerInput } from '#shared/contract/contract.ts';
import { type Failure, notFound, type StoredValue } from '#shared/contract/failure.ts';
import { maskIdNo, maskPhone } from '#shared/domain/masking/mask.ts';
import type { Party } from '#shared/domain/party/party.ts';
import type { Warning } from '#shared/domain/party/warning.ts';
import type { Handler, OfficeContext } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { openDossier } from './dossier-now.ts';
import { partyChanged } from './facts.ts';
import { givenFields, mergeChange, sameFields } from './merge-change.ts';
import { readPartyInput } from './read-input.ts';
import { storedParty } from './stored-party.ts';

/** What a screen may see of a stored field of a party. */
function shown(field: string, value: StoredValue): StoredValue {
  if (typeof value !== 'string') return value;
  if (field === 'idNo') return maskIdNo(value);
  return field === 'phone' ? maskPhone(value) : value;
}

type Said = HandlerInput<'party.amend'>;

function write(tx: WriteDb, context: OfficeContext, said: Said): Result<readonly Warning[], Failure> {
  const { dossier, party, base, ...typed } = said;
  const row = openDossier(tx, dossier);
  if (!row.ok) return row;
  const known = findParty(tx, dossier, party);
  if (!known) return err(notFound('party'));
  const stored = storedParty(known);
  const given = givenFields<Party>(typed);
  const { today } = context.moment;
  const read = readPartyInput(row.value.side, { ...stored, ...given }, latestDay(tx, context.moment));
  if (!read.ok) return read;
  const { revision } = row.value;
  const merged = mergeChange<Party>(
    tx,
    { subject: party, revision, base, stored, shown },
    sameFields(read.value.value, given),
  );
  if (!merged.ok) return merged;
  if (Object.keys(merged.value).length > 0) {
    append(tx, context, [
      partyChanged({ dossier, on: today, basedOn: newestAbout(tx, party), item: party, change: merged.value }),
    ]);
  }
  return ok(read.value.warnings);
}

/** What is known of a party changes, in the fields that are named and differ from what is stored. */
export const amendParty: Handler<'party.amend'> = (context, said) => {
  const written = inOneTransaction(context, (tx) => write(tx, context, said));
  if (!written.ok) return written;
  return ok({ id: said.party, revision: nextRevision(context), warnings: [...written.value] });
};
