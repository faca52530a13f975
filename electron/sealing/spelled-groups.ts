import { err, ok, type Result } from '#shared/base/result.ts';

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataPerGroup = 4;

/** Characters of a group: four of data and a check character. */
export const groupLength = dataPerGroup + 1;

/** Multiplies by the generator of the field of 32 elements (x^5 + x^2 + 1). */
function timesAlpha(value: number): number {
  return ((value << 1) ^ (value & 0x10 ? 0b100101 : 0)) & 0x1f;
}

/**
 * A group's check character: a weighted sum over the field of 32 elements that begins with the group's place. Any
 * single wrong character, any two swapped characters of a group and any two swapped groups change it.
 */
function checkValue(values: readonly number[], place: number): number {
  return values.reduce((sum, value) => timesAlpha(sum ^ value), place);
}

/**
 * Spells bytes, of which five make two groups, as groups of five characters. `first` is the place of the first group, from
 * 1 and with the last group below 32; groups read at other places are taken for mistyped.
 */
export function spellGroups(bytes: Uint8Array, first: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{20}/g) ?? [];
  const spelled = groups.map((own, group) => {
    const values = (own.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2));
    return [...values, checkValue(values, group + first)].map((value) => alphabet[value]).join('');
  });
  return spelled.join('-');
}

/** What people type for what they read: full-width characters, small letters, O for 0, I and L for 1, any separators. */
export function tidyGroups(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.,:/]/gu, '');
  return Array.from(plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1'));
}

/** Reads tidied characters, whole groups of them; the error is the number of the group, from 1, that cannot be right. */
export function readGroups(characters: readonly string[], first: number): Result<Uint8Array, number> {
  const values = characters.map((character) => alphabet.indexOf(character));
  let bits = '';
  for (let group = 0; group * groupLength < values.length; group += 1) {
    const own = values.slice(group * groupLength, (group + 1) * groupLength);
    const data = own.slice(0, dataPerGroup);
    if (own.includes(-1) || checkValue(data, group + first) !== own[dataPerGroup]) return err(group + 1);
    bits += data.map((value) => value.toString(2).padStart(5, '0')).join('');
  }
  return ok(Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)));
}
