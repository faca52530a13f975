import { normaliseIdentityNumber, residentIdCheckDigit } from './identity-number.ts';
import type { Party, PartyRole } from './party.ts';

/** By what two parties of different files are taken for the same: an identity number, a credit code, or a name. */
export type MatchKind = 'id' | 'uscc' | 'name-phone' | 'unit-name';

/** One thing a party is recognised by. `word` holds personal data: it is hashed with a key before it is kept anywhere. */
export type MatchWord = { readonly by: MatchKind; readonly word: string };

/** Fewer characters than these recognise nobody: a number half typed, a telephone extension. */
const least = { id: 6, uscc: 8, phone: 7, unitName: 4 } as const;

/** An identity number in one form: 15-digit resident numbers (before GB 11643-1999) as the 18 digits they became. */
function oneIdForm(idNo: string): string {
  if (!/^\d{15}$/.test(idNo)) return idNo;
  const first17 = `${idNo.slice(0, 6)}19${idNo.slice(6)}`;
  return `${first17}${residentIdCheckDigit(first17)}`;
}

/** A name as it is compared: full-width forms made half, no spaces, one kind of brackets and dots, upper case. */
export function comparedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/[〔[【{]/g, '(')
    .replace(/[〕\]】}]/g, ')')
    .replace(/[·•・‧∙]/g, '·')
    .toUpperCase();
}

const digitsOfPhone = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '');

/**
 * Whether a party of a file is recognised when it comes again. A reporter (举报人) is kept secret (监察条例9): another form
 * must not tell on which file one stands. An agent stands on many files and is the worker or employer of none.
 */
export function isRecognised(role: PartyRole): boolean {
  return role !== 'reporter' && role !== 'agent';
}

/**
 * What a party is recognised by on other files, the surest first. A person's name alone recognises nobody: too many
 * people share one; with the telephone it does. A unit is recognised by its name as well.
 */
export function matchWords(
  party: Pick<Party, 'type' | 'name' | 'idKind' | 'idNo' | 'uscc' | 'phone'>,
): readonly MatchWord[] {
  const name = comparedName(party.name);
  if (party.type === 'unit') {
    const uscc = normaliseIdentityNumber(party.uscc);
    return [
      ...(uscc.length < least.uscc ? [] : [{ by: 'uscc' as const, word: uscc }]),
      ...(name.length < least.unitName ? [] : [{ by: 'unit-name' as const, word: name }]),
    ];
  }
  const id = oneIdForm(normaliseIdentityNumber(party.idNo));
  const phone = digitsOfPhone(party.phone);
  return [
    ...(id.length < least.id || party.idKind === 'none' ? [] : [{ by: 'id' as const, word: id }]),
    ...(phone.length < least.phone || name === '' ? [] : [{ by: 'name-phone' as const, word: `${name}\n${phone}` }]),
  ];
}
