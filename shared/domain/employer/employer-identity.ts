import { searchableCode } from '../masking/drop-numbers.ts';
import { normaliseIdentityNumber } from '../party/identity-number.ts';
import { comparedName } from '../party/match-words.ts';
import type { Party, PartyRole } from '../party/party.ts';

/** What tells one employer from another: its 统一社会信用代码 or older number, and its name as names are compared. */
export type EmployerIdentity = { readonly code: string; readonly name: string };

/** A code shorter than this was only begun. */
const leastCode = 8;

/**
 * Roles in which a unit is no employer of the case. A reporter (举报人) is kept secret (监察条例9) and stands in no list;
 * agents and witnesses act for others or tell what they saw.
 */
const noEmployers: ReadonlySet<PartyRole> = new Set(['reporter', 'agent', 'representative', 'witness']);

/**
 * By what a party is counted to an employer; undefined for a person, a secret or serving role, and a nameless one. The
 * number of a person, typed as that of a shop, is no code: employers are listed with theirs.
 */
export function employerIdentity(party: Pick<Party, 'role' | 'type' | 'name' | 'uscc'>): EmployerIdentity | undefined {
  if (party.type !== 'unit' || noEmployers.has(party.role)) return undefined;
  const typed = normaliseIdentityNumber(party.uscc);
  const isCode = typed.length >= leastCode && searchableCode(typed.toLowerCase()) === typed.toLowerCase();
  const identity = { code: isCode ? typed : '', name: comparedName(party.name) };
  return identity.code === '' && identity.name === '' ? undefined : identity;
}

/** What other parties say about where one belongs; groups are named by the order they came in. */
export type Neighbours = {
  /** The group of the parties with its code; never asked without a code. */
  readonly byCode: number | undefined;
  /** Groups with a party of its name, the oldest first, and whether a party there has a code. */
  readonly byName: readonly { readonly home: number; readonly coded: boolean }[];
  /** Where the party belonged before it changed, and whether nobody else does. */
  readonly current: number | undefined;
  readonly alone: boolean;
};

/**
 * The group a party belongs to; undefined when it begins a new one. A code decides. Without one, or with one nobody has
 * yet, the same name does, except that two different codes never meet by name. Who is alone in a group and changes
 * stays what it was: a corrected name makes no second employer.
 */
export function chooseHome(code: string, { byCode, byName, current, alone }: Neighbours): number | undefined {
  if (code !== '' && byCode !== undefined) return byCode;
  const open = code === '' ? byName : byName.filter(({ coded }) => !coded);
  if (open.some(({ home }) => home === current)) return current;
  return open[0]?.home ?? (alone ? current : undefined);
}
