import { partiesOf } from '#electron/store/tables/parties.ts';
import { err, ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { rolesOfSide } from '#shared/domain/party/party.ts';
import { type BlockRow, readBlock } from '#shared/domain/party/paste/read-block.ts';
import type { Handler } from '../context.ts';
import { append, inOneTransaction } from '../journal/append.ts';
import { latestDay } from '../latest-day.ts';
import { nextRevision } from '../session/revision.ts';
import { badInput } from '../typed-text.ts';
import { knownDossier, openDossier } from './dossier-now.ts';
import { partiesAdded } from './member-facts.ts';
import { readParties } from './read-input.ts';
import { idKindOf, typeOf } from './stored-party.ts';

const rowView = ({ line, party, warnings, fault, twice }: BlockRow): CallOutput<'party.readBlock'>['rows'][number] => ({
  ...{ line, party: { ...party }, warnings: [...warnings], fault: fault === null ? null : { ...fault }, twice },
});

/** Reads a pasted block as parties of a file; nothing is stored. */
export const readPartyBlock: Handler<'party.readBlock'> = ({ open, moment }, { dossier, ...said }) => {
  const { db } = open.store;
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  if (!rolesOfSide[row.value.side].includes(said.role)) {
    return err(badInput({ code: 'party.role-of-other-side', field: 'role' }));
  }
  const known = partiesOf(db, dossier).map((party) => ({
    ...party,
    ...{ type: typeOf(party.type), idKind: idKindOf(party.idKind) },
  }));
  const { columns, rows, cut } = readBlock(said, known, latestDay(db, moment));
  return ok({ columns: [...columns], rows: rows.map(rowView), cut });
};

/** Many parties join the file in one recorded act; one that cannot be stored refuses them all. */
export const addParties: Handler<'party.addMany'> = (context, { dossier, parties }) => {
  const written = inOneTransaction(context, (tx) => {
    const row = openDossier(tx, dossier);
    if (!row.ok) return row;
    const read = readParties(row.value.side, parties, context);
    if (!read.ok) return err(read.error);
    append(tx, context, [partiesAdded(dossier, context.moment.today, read.value.value)]);
    return ok(read.value.value.length);
  });
  return written.ok ? ok({ id: dossier, revision: nextRevision(context), added: written.value }) : written;
};
