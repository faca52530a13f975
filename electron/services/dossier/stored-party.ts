import type { PartyRow } from '#electron/store/tables/parties.ts';
import {
  type IdKind,
  idKinds,
  type Party,
  type PartyRole,
  type PartyType,
  partyRoles,
} from '#shared/domain/party/party.ts';

/** The role a stored code means; one only a newer version knows counts as a third person. */
export const roleOf = (text: string): PartyRole => partyRoles.find((role) => role === text) ?? 'third';

/** The kind of identity paper a stored code means; one that is not known counts as none. */
export const idKindOf = (text: string): IdKind => idKinds.find((kind) => kind === text) ?? 'none';

/** Whether a stored party is a person or a unit. */
export const typeOf = (text: string): PartyType => (text === 'unit' ? 'unit' : 'person');

/** A party as it is stored, without its place. */
export function storedParty({ name, idNo, uscc, legalRep, phone, address, ...row }: PartyRow): Party {
  const codes = { role: roleOf(row.role), type: typeOf(row.type), idKind: idKindOf(row.idKind) };
  return { ...codes, name, idNo, uscc, legalRep, phone, address };
}
