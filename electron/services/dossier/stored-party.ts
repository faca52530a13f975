import { type IdKind, idKinds, type PartyRole, type PartyType, partyRoles } from '#shared/domain/party/party.ts';

/** The role a stored code means; one only a newer version knows counts as a third person. */
export const roleOf = (text: string): PartyRole => partyRoles.find((role) => role === text) ?? 'third';

/** The kind of identity paper a stored code means; one that is not known counts as none. */
export const idKindOf = (text: string): IdKind => idKinds.find((kind) => kind === text) ?? 'none';

/** Whether a stored party is a person or a unit. */
export const typeOf = (text: string): PartyType => (text === 'unit' ? 'unit' : 'person');
