import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { checkCreditCode } from './credit-code.ts';
import { checkResidentId, normaliseNumber } from './identity-number.ts';
import type { Party } from './party.ts';
import { safeText } from './safe-text.ts';
import { about, type Warning } from './warning.ts';

/** Longest texts of a party, in characters. */
export const partyTextLimits = {
  name: 200,
  idNo: 40,
  uscc: 40,
  legalRep: 100,
  phone: 60,
  address: 400,
} as const;

/** Why a party cannot be stored: a text is too long, or nothing is left of its name. */
export type PartyRefusal = { readonly code: 'text.too-long' | 'party.name-empty'; readonly field: string };

type TextField = keyof typeof partyTextLimits;
const textFields: readonly TextField[] = ['name', 'idNo', 'uscc', 'legalRep', 'phone', 'address'];

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
  const warnings: Warning[] = [];
  const texts: Record<TextField, string> = { name: '', idNo: '', uscc: '', legalRep: '', phone: '', address: '' };
  for (const field of textFields) {
    const safe = safeText(typed[field], { max: partyTextLimits[field] });
    if (!safe.ok) return err({ code: safe.error.code, field });
    texts[field] = safe.value.text;
    warnings.push(...about(field, safe.value.warnings));
  }
  if (texts.name === '') return err({ code: 'party.name-empty', field: 'name' });
  const party: Party = {
    ...typed,
    ...texts,
    idNo: normaliseNumber(texts.idNo),
    uscc: normaliseNumber(texts.uscc),
    phone: texts.phone.normalize('NFKC'),
  };
  return ok({ party, warnings: [...warnings, ...checkPartyNumbers(party, today)] });
}
