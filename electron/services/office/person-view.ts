import type { PersonRow } from '#electron/store/tables/people.ts';
import type { CallOutput } from '#shared/contract/contract.ts';

/** A person as the contract shows one. */
export type PersonView = CallOutput<'office.get'>['me'];

/** What a person may do. */
export type PersonRole = PersonView['roles'][number];

const known: readonly PersonRole[] = ['clerk', 'arbitrator', 'inspector', 'head', 'seal'];

/** A stored person as the contract shows one; roles this version does not know are left out. */
export function personView(row: PersonRow): PersonView {
  return { ...row, roles: known.filter((role) => row.roles.includes(role)) };
}
