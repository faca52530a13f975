import type { Random } from '#shared/base/ports.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { RecoveryKeyFailure } from './custody-failure.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom } from './raw-keys.ts';
import type { KeyPair } from './suite.ts';

/** Crockford's alphabet: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 8;
const dataPerGroup = 4;
const secretBytes = 20;

/** Multiplies by the generator of the field of 32 elements (x^5 + x^2 + 1). */
function timesAlpha(value: number): number {
  return ((value << 1) ^ (value & 0x10 ? 0b100101 : 0)) & 0x1f;
}

/**
 * A group's check character: a weighted sum over the field of 32 elements that begins with the group's number. Any
 * single wrong character, any two swapped characters of a group and any two swapped groups change it.
 */
function checkValue(values: readonly number[], group: number): number {
  return values.reduce((sum, value) => timesAlpha(sum ^ value), group + 1);
}

function bitsOf(secret: Uint8Array): string {
  return [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

/** Spells 20 secret bytes as 8 groups of 5 characters, the last of each its check character. */
export function spellRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== secretBytes) throw new Error('a recovery key has 20 bytes');
  const values = bitsOf(secret)
    .match(/.{5}/g)
    ?.map((bits) => Number.parseInt(bits, 2));
  const spelled = Array.from({ length: groups }, (_, group) => {
    const own = (values ?? []).slice(group * dataPerGroup, (group + 1) * dataPerGroup);
    return [...own, checkValue(own, group)].map((value) => alphabet[value]).join('');
  });
  return spelled.join('-');
}

/** Makes a recovery key: 160 random bits. */
export function makeRecoveryKey(random: Random): string {
  return spellRecoveryKey(random.bytes(secretBytes));
}

/** What people type for what they read: full-width characters, small letters, O for 0, I and L for 1, any separators. */
function tidy(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.,:/]/gu, '');
  return plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** Reads a recovery key as it was typed and names the group that cannot be right. */
export function readRecoveryKey(typed: string): Result<Uint8Array, RecoveryKeyFailure> {
  const characters = Array.from(tidy(typed));
  if (characters.length !== groups * (dataPerGroup + 1)) return err({ code: 'recovery-key-length' });
  const values = characters.map((character) => alphabet.indexOf(character));
  let bits = '';
  for (let group = 0; group < groups; group += 1) {
    const own = values.slice(group * (dataPerGroup + 1), (group + 1) * (dataPerGroup + 1));
    const data = own.slice(0, dataPerGroup);
    if (own.includes(-1) || checkValue(data, group) !== own[dataPerGroup]) {
      return err({ code: 'recovery-key-typo', group: group + 1 });
    }
    bits += data.map((value) => value.toString(2).padStart(5, '0')).join('');
  }
  return ok(Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)));
}

/**
 * The sealing key pair that follows from a recovery key. The public half stays on the device, so that new secrets can
 * be sealed to the recovery key without asking for it.
 */
export function recoveryKeyPair(secret: Uint8Array): KeyPair {
  return keyPairFrom('x25519', hkdf(secret, new Uint8Array(), 'xieban-recovery-key-v1'));
}
