import type { UserId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { channels } from '#shared/domain/dossier/channels.ts';
import { bareClaim, type Claim, claimTypesFor } from '#shared/domain/dossier/claim.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { type Party, type PartyRole, rolesOfSide } from '#shared/domain/party/party.ts';

/** A claim or matter while it is typed; without a code it is not one yet. */
export type TypedClaim = Omit<Claim, 'code'> & { readonly code: string | null };

/** What the window writes down on receipt. */
export type ReceiveValue = {
  readonly side: DossierSide;
  readonly receivedOn: LocalDate | null;
  readonly channel: string;
  /** Code of the branch it is received at; '' for the office itself. */
  readonly branch: string;
  readonly cause: string;
  readonly handler: UserId | null;
  readonly summary: string;
  readonly parties: readonly Party[];
  readonly claims: readonly TypedClaim[];
};

/** A party to begin with; respondents are usually units. */
export function emptyParty(role: PartyRole): Party {
  const unit = role === 'respondent' || role === 'employer';
  return {
    ...{ role, type: unit ? 'unit' : 'person', name: '', idKind: 'resident', idNo: '', uscc: '' },
    ...{ legalRep: '', phone: '', address: '' },
  };
}

/** A claim to begin with. */
export const emptyClaim: TypedClaim = { code: null, ...bareClaim };

/** The fields of a party of the other type: they stand in the form no more, and what was typed there is not handed in. */
function fieldsNotOf(type: Party['type']): readonly ('idNo' | 'uscc' | 'legalRep')[] {
  return type === 'unit' ? ['idNo'] : ['uscc', 'legalRep'];
}

/** A party without what was typed in fields that its type does not have. */
export function asShown(party: Party): Party {
  return { ...party, ...Object.fromEntries(fieldsNotOf(party.type).map((field) => [field, ''])) };
}

/** What was changed, without what was typed in fields that a party of this type does not have: those stay as stored. */
export function withoutHidden(changes: Partial<Party>, type: Party['type']): Partial<Party> {
  const hidden: readonly string[] = fieldsNotOf(type);
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !hidden.includes(field)));
}

/** An empty form of a side, at a branch or the office itself. */
export function emptyReceipt(side: DossierSide, today: LocalDate, branch = ''): ReceiveValue {
  const [asking, asked] =
    side === 'arb' ? (['applicant', 'respondent'] as const) : (['complainant', 'employer'] as const);
  return {
    ...{ side, receivedOn: today, channel: side === 'arb' ? 'window' : 'complaint', cause: '', branch, handler: null },
    ...{ summary: '', parties: [emptyParty(asking), emptyParty(asked)], claims: [emptyClaim] },
  };
}

const counterparts: Readonly<Partial<Record<PartyRole, PartyRole>>> = {
  applicant: 'complainant',
  respondent: 'employer',
  third: 'worker',
  complainant: 'applicant',
  employer: 'respondent',
  worker: 'third',
};

/** The same receipt for the other side: everything typed stays, only what that side does not know is taken over or emptied. */
export function turnedTo(value: ReceiveValue, side: DossierSide): ReceiveValue {
  if (value.side === side) return value;
  const known = claimTypesFor(side);
  return {
    ...value,
    side,
    channel:
      channels.find((channel) => channel.code === value.channel && channel.sides.includes(side))?.code ?? 'window',
    parties: value.parties.map((party) => ({
      ...party,
      role: rolesOfSide[side].includes(party.role) ? party.role : (counterparts[party.role] ?? 'agent'),
    })),
    claims: value.claims.map((claim) => ({
      ...claim,
      code: known.some((type) => type.code === claim.code) ? claim.code : null,
    })),
  };
}

/** Whether nothing was written into a claim. */
export function isBlank(claim: TypedClaim): boolean {
  return Object.values(claim).every((value) => value === null || value.toString().trim() === '');
}

/** The call's input; blank claims are no claims. Undefined while the date is missing. */
export function receiveInput(value: ReceiveValue): CallInput<'dossier.receive'> | undefined {
  const { receivedOn, claims, parties, ...said } = value;
  if (receivedOn === null) return undefined;
  return {
    ...said,
    receivedOn,
    parties: parties.map(asShown),
    claims: claims.flatMap(({ code, ...claim }) => (code === null ? [] : [{ code, ...claim }])),
  };
}
