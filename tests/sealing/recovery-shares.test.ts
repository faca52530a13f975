import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recoveryKeyPair, spellRecoveryKey } from '#electron/sealing/recovery-key.ts';
import { recoveryKeyFromShares, splitRecoverySecret } from '#electron/sealing/recovery-shares.ts';
import { readGroups, spellGroups } from '#electron/sealing/spelled-groups.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const secretOf = fc.uint8Array({ minLength: 20, maxLength: 20 });
const secret = Uint8Array.from({ length: 20 }, (_, i) => i * 11);
const { publicKey } = recoveryKeyPair(secret);

type Three = readonly [string, string, string];

async function sharesOf(of: Uint8Array): Promise<Three> {
  const [a = '', b = '', c = ''] = await splitRecoverySecret(of, trueRandom);
  return [a, b, c];
}

test('any two of the three, in any order, give the key; each is its number and ten groups', async () => {
  await fc.assert(
    fc.asyncProperty(secretOf, async (bytes) => {
      const shares = await sharesOf(bytes);
      for (const [i, share] of shares.entries()) {
        expect(share).toMatch(new RegExp(`^${i + 1}(-[0-9A-HJKMNP-TV-Z]{5}){10}$`));
        for (const other of shares.filter((one) => one !== share)) {
          const key = await recoveryKeyFromShares(recoveryKeyPair(bytes).publicKey, [share, other]);
          expect(unwrap(key)).toBe(spellRecoveryKey(bytes));
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('what people make of a share while typing is read all the same', async () => {
  const [a, b] = await sharesOf(secret);
  const typed = [a.toLowerCase().replaceAll('-', ' '), b.replaceAll('-', '').replaceAll('0', 'o')] as const;
  expect(unwrap(await recoveryKeyFromShares(publicKey, typed))).toBe(spellRecoveryKey(secret));
  const wide = Array.from(a, (c) => String.fromCharCode((c.codePointAt(0) ?? 0) + 0xfee0)).join('');
  expect(unwrap(await recoveryKeyFromShares(publicKey, [wide, b]))).toBe(spellRecoveryKey(secret));
});

test('one wrong character is told, with the share and the group', async () => {
  const [a, b] = await sharesOf(secret);
  await fc.assert(
    fc.asyncProperty(fc.nat(49), fc.constantFrom(...alphabet, 'U', '*'), fc.boolean(), async (at, character, first) => {
      const groups = (first ? a : b).split('-');
      const group = 1 + Math.floor(at / 5);
      const own = Array.from(groups[group] ?? '');
      fc.pre(own[at % 5] !== character);
      own[at % 5] = character;
      const wrong = groups.with(group, own.join('')).join('-');
      const said = await recoveryKeyFromShares(publicKey, first ? [wrong, b] : [a, wrong]);
      expect(refusal(said)).toEqual({ code: 'recovery-share-typo', share: first ? 1 : 2, group });
    }),
    { numRuns: 300 },
  );
});

test('a group of one sheet does not pass for that of another, nor one sheet for another', async () => {
  const [a, b, c] = await sharesOf(secret);
  const mixed = a.split('-').with(4, b.split('-')[4] ?? '');
  expect(refusal(await recoveryKeyFromShares(publicKey, [mixed.join('-'), c]))).toEqual({
    ...{ code: 'recovery-share-typo', share: 1, group: 4 },
  });
  expect(refusal(await recoveryKeyFromShares(publicKey, [c, `2${a.slice(1)}`]))).toMatchObject({
    ...{ code: 'recovery-share-typo', share: 2 },
  });
  expect(refusal(await recoveryKeyFromShares(publicKey, [`4${a.slice(1)}`, b]))).toEqual({
    ...{ code: 'recovery-share-number', share: 1 },
  });
  expect(refusal(await recoveryKeyFromShares(publicKey, [a, b.slice(0, -1)]))).toEqual({
    ...{ code: 'recovery-share-length', share: 2 },
  });
  expect(refusal(await recoveryKeyFromShares(publicKey, [spellRecoveryKey(secret), b]))).toEqual({
    ...{ code: 'recovery-share-length', share: 1 },
  });
});

test('the same share twice, shares of two splittings and of another key are told apart', async () => {
  const [a, b] = await sharesOf(secret);
  const again = await sharesOf(secret);
  const foreign = await sharesOf(secret.toReversed());
  const said = async (typed: readonly [string, string]) => refusal(await recoveryKeyFromShares(publicKey, typed));
  expect(await said([a, a.toLowerCase()])).toEqual({ code: 'recovery-share-twice' });
  expect(await said([a, again[1]])).toEqual({ code: 'recovery-shares-apart' });
  expect(await said([a, foreign[1]])).toEqual({ code: 'recovery-share-foreign', share: 2 });
  expect(await said([foreign[0], b])).toEqual({ code: 'recovery-share-foreign', share: 1 });
});

test('whatever is typed is refused with one of the known failures and never throws', async () => {
  const [a] = await sharesOf(secret);
  const tag = unwrap(readGroups(Array.from(a.slice(1).replaceAll('-', '')), 1)).slice(21);
  // Shares somebody made up: check characters, key and splitting are right, the place on the curve and the rest are not.
  const madeUp = fc
    .uint8Array({ minLength: 21, maxLength: 21 })
    .map((point) => `2-${spellGroups(Uint8Array.from([...point, ...tag]), 11)}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(madeUp, fc.string({ unit: 'binary', maxLength: 80 })), async (typed) => {
      for (const both of [[a, typed] as const, [typed, a] as const]) {
        expect(refusal(await recoveryKeyFromShares(publicKey, both)).code).toMatch(/^recovery-share/);
      }
    }),
    { numRuns: 500 },
  );
  const zero = `2-${spellGroups(Uint8Array.from([...new Uint8Array(21), ...tag]), 11)}`;
  expect(refusal(await recoveryKeyFromShares(publicKey, [a, zero]))).toEqual({ code: 'recovery-shares-wrong' });
});

test('one key split again and again gives first shares that have nothing in common', async () => {
  const seen = new Set<string>();
  for (let i = 0; i < 64; i += 1) seen.add((await sharesOf(secret))[0].split('-').slice(1, 5).join(''));
  expect(seen.size).toBe(64);
});
