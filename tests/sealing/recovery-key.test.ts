import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRecoveryKey, readRecoveryKey, recoveryKeyPair, spellRecoveryKey } from '#electron/sealing/recovery-key.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const secret = fc.uint8Array({ minLength: 20, maxLength: 20 });

/** Position of a character of the key inside the spelling with its hyphens. */
const spelledAt = (position: number): number => position + Math.floor(position / 5);

function replaced(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

test('a key is 8 groups of 5 and reads back', () => {
  expect(makeRecoveryKey(trueRandom)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
  fc.assert(
    fc.property(secret, (bytes) => {
      expect(unwrap(readRecoveryKey(spellRecoveryKey(bytes)))).toEqual(bytes);
    }),
  );
});

test('two keys are never alike', () => {
  const keys = new Set(Array.from({ length: 200 }, () => makeRecoveryKey(trueRandom)));
  expect(keys.size).toBe(200);
});

test('what people make of it while writing and typing is read all the same', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index * 13);
  const key = spellRecoveryKey(bytes);
  const wide = Array.from(key)
    .map((c) => String.fromCharCode((c.codePointAt(0) ?? 0) + 0xfee0))
    .join('');
  const variants = [
    key.toLowerCase(),
    key.replaceAll('-', ''),
    key.replaceAll('-', ' '),
    ` ${key.replaceAll('-', '\n')} `,
    key.replaceAll('-', '—'),
    key.replaceAll('0', 'O').replaceAll('1', 'l'),
    wide,
  ];
  for (const typed of variants) expect(unwrap(readRecoveryKey(typed))).toEqual(bytes);
});

test('one wrong character is told, with its group', () => {
  fc.assert(
    fc.property(secret, fc.nat(39), fc.constantFrom(...alphabet, 'U', '*', '中'), (bytes, position, character) => {
      const key = spellRecoveryKey(bytes);
      const typed = replaced(key, spelledAt(position), character);
      fc.pre(typed !== key);
      expect(refusal(readRecoveryKey(typed))).toEqual({
        code: 'recovery-key-typo',
        group: Math.floor(position / 5) + 1,
      });
    }),
    { numRuns: 500 },
  );
});

test('two characters changed over inside a group are told', () => {
  fc.assert(
    fc.property(secret, fc.nat(7), fc.nat(4), fc.nat(4), (bytes, group, a, b) => {
      const characters = Array.from(spellRecoveryKey(bytes).replaceAll('-', ''));
      const [i, j] = [group * 5 + a, group * 5 + b];
      fc.pre(characters[i] !== characters[j]);
      [characters[i], characters[j]] = [characters[j] ?? '', characters[i] ?? ''];
      expect(refusal(readRecoveryKey(characters.join('')))).toEqual({ code: 'recovery-key-typo', group: group + 1 });
    }),
    { numRuns: 500 },
  );
});

test('two groups changed over are told', () => {
  fc.assert(
    fc.property(secret, fc.nat(7), fc.nat(7), (bytes, a, b) => {
      fc.pre(a !== b);
      const groups = spellRecoveryKey(bytes).split('-');
      [groups[a], groups[b]] = [groups[b] ?? '', groups[a] ?? ''];
      expect(refusal(readRecoveryKey(groups.join('-')))).toMatchObject({ code: 'recovery-key-typo' });
    }),
  );
});

test('too few and too many characters are told as such', () => {
  const key = makeRecoveryKey(trueRandom);
  for (const typed of ['', key.slice(1), `${key}7`, 'correct horse battery staple']) {
    expect(refusal(readRecoveryKey(typed))).toEqual({ code: 'recovery-key-length' });
  }
});

test('the key pair follows from the key and from nothing else', () => {
  const bytes = new Uint8Array(20).fill(7);
  expect(recoveryKeyPair(bytes)).toEqual(recoveryKeyPair(Uint8Array.from(bytes)));
  expect(recoveryKeyPair(bytes)).not.toEqual(recoveryKeyPair(new Uint8Array(20)));
});
