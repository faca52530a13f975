import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { checkCreditCode } from './credit-code.ts';
import { checkResidentId, normaliseIdentityNumber } from './identity-number.ts';
import type { Party } from './party.ts';
import { readTexts, type TextRefusal } from './read-texts.ts';
import { about, type Warning } from './warning.ts';

/** Longest texts of a party, in characters. */
export const partyTexts = {
  name: { max: 200 },
  idNo: { max: 40 },
  uscc: { max: 40 },
  legalRep: { max: 100 },
  phone: { max: 60 },
  address: { max: 400 },
} as const;

/** Why a party cannot be stored: a text is too long, or nothing is left of its name. */
export type PartyRefusal = TextRefusal | { readonly code: 'party.name-empty'; readonly field: 'name' };

/** Doubts about the numbers of a party, said about their fields. Check digits warn and never block. */
export function checkPartyNumbers(
  party: Pick<Party, 'idKind' | 'idNo' | 'uscc'>,
  today: LocalDate,
): readonly Warning[] {
  const resident = party.idKind === 'resident' || party.idKind === 'hmt';
  return [
    ...about('idNo', resident ? checkResidentId(party.idNo, today) : []),
    ...about('uscc', checkCreditCode(party.uscc)),
  ];
}

/** Makes what was typed about a party fit to be stored, with every doubt about it. */
export function readParty(
  typed: Party,
  today: LocalDate,
): Result<{ readonly party: Party; readonly warnings: readonly Warning[] }, PartyRefusal> {
  const read = readTexts(typed, partyTexts);
  if (!read.ok) return read;
  const { texts, warnings } = read.value;
  const party: Party = { ...typed, ...texts };
  if (party.name === '') return err({ code: 'party.name-empty', field: 'name' });
  const stored: Party = {
    ...party,
    idNo: normaliseIdentityNumber(party.idNo),
    uscc: normaliseIdentityNumber(party.uscc),
    phone: party.phone.normalize('NFKC'),
  };
  return ok({ party: stored, warnings: [...warnings, ...checkPartyNumbers(stored, today)] });
}
