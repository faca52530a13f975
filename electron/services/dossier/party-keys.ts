import { createHmac } from 'node:crypto';
import type { ReadDb, WriteDb } from '#electron/store/db.ts';
import { dossierN } from '#electron/store/tables/dossiers.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { findParty, type PartyRow, partiesOf } from '#electron/store/tables/parties.ts';
import { addPartyKey, removePartyKey } from '#electron/store/tables/party-keys.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { isRecognised, type MatchKind, type MatchWord, matchWords } from '#shared/domain/party/match-words.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { linkEmployer, unlinkEmployer } from '../employer/link-employers.ts';
import { idKindOf, roleOf, typeOf } from './stored-party.ts';

/** What a party is recognised by, with the key it is found under. */
export type PartyKey = { readonly by: MatchKind; readonly key: number };

type Known = Parameters<typeof matchWords>[0];

const spelt = ({ by, word }: MatchWord): string => `${by}\n${word}`;

/** The keys of a party, the surest first: 48 bits of a hash keyed with a secret of this database file. */
export function partyKeysOf(db: ReadDb, party: Known): readonly PartyKey[] {
  return hashed(db, matchWords(party));
}

function hashed(db: ReadDb, words: readonly MatchWord[]): readonly PartyKey[] {
  if (words.length === 0) return [];
  const secret = readMeta(db, 'match-secret') ?? '';
  return words.map((word) => ({
    by: word.by,
    key: createHmac('sha256', secret).update(spelt(word)).digest().readUIntBE(0, 6),
  }));
}

const known = (row: PartyRow): Pick<Party, keyof Known> => ({
  ...{ type: typeOf(row.type), name: row.name, idKind: idKindOf(row.idKind), idNo: row.idNo },
  ...{ uscc: row.uscc, phone: row.phone },
});

/** By what a party that stands on a file is recognised; nothing for one that is kept secret or acts for others. */
function wordsOfRow(row: PartyRow): readonly MatchWord[] {
  return isRecognised(roleOf(row.role)) ? matchWords(known(row)) : [];
}

/** Notes by what parties of a file are recognised, and to which employers they count. */
export function noteParties(tx: WriteDb, dossier: DossierId, rows: readonly PartyRow[]): void {
  const n = dossierN(tx, dossier);
  if (n === undefined) return;
  for (const row of rows) {
    for (const { key } of hashed(tx, wordsOfRow(row))) addPartyKey(tx, key, n);
    linkEmployer(tx, n, row);
  }
}

/**
 * Forgets by what parties were recognised that changed or left, unless another one of the file has the same. The words
 * of the others are compared, not their keys: a file of thousands would take a hash for each.
 */
export function forgetParties(tx: WriteDb, dossier: DossierId, rows: readonly PartyRow[]): void {
  for (const { id } of rows) if (findParty(tx, dossier, id) === undefined) unlinkEmployer(tx, id);
  const n = dossierN(tx, dossier);
  const gone = n === undefined ? [] : rows.flatMap(wordsOfRow);
  if (n === undefined || gone.length === 0) return;
  const kept = new Set(partiesOf(tx, dossier).flatMap((party) => wordsOfRow(party).map(spelt)));
  const free = gone.filter((word) => !kept.has(spelt(word)));
  for (const { key } of hashed(tx, free)) removePartyKey(tx, key, n);
}
