import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suite } from '#electron/sealing/suite.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

setFlagsFromString('--expose-gc');
/** Collects what nobody holds any more, so that memory can be counted. */
const collect: () => void = runInNewContext('gc');

function flipped(bytes: Uint8Array, index: number, bit = 0): Buffer {
  const copy = Buffer.from(bytes);
  copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  return copy;
}

function signatures(suite: Suite, other: Suite): void {
  const random = seededRandom(`${suite.id} signatures`);
  const keys = suite.makeSigningKeys(random);
  const signing = suite.signing(keys);
  const message = Buffer.from('一份协助请求');

  test('a signature holds for its bytes and its key alone', () => {
    const signature = signing.sign(message);
    expect(signing.publicKey).toBe(keys.publicKey);
    expect(suite.verify(keys.publicKey, message, signature)).toBe(true);
    expect(suite.verify(keys.publicKey, flipped(message, 3), signature)).toBe(false);
    expect(suite.verify(suite.makeSigningKeys(random).publicKey, message, signature)).toBe(false);
    for (const index of signature.keys()) {
      expect(suite.verify(keys.publicKey, message, flipped(signature, index))).toBe(false);
    }
  });

  test('whatever is signed is verified, the same bytes by the same signature, and nothing that differs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (bytes, at) => {
        const signature = signing.sign(bytes);
        expect(signature.length).toBe(64);
        expect(Buffer.from(signing.sign(bytes)).equals(signature)).toBe(true);
        expect(suite.verify(keys.publicKey, bytes, signature)).toBe(true);
        expect(suite.verify(keys.publicKey, Buffer.concat([bytes, Buffer.of(0)]), signature)).toBe(false);
        expect(suite.verify(keys.publicKey, bytes, flipped(signature, at % 64, at % 8))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test('numbers out of range, missing ends and added ends are false', () => {
    const signature = Buffer.from(signing.sign(message));
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
    const [zero, most] = [Buffer.alloc(32), Buffer.alloc(32, 0xff)];
    const forged = [
      ...[Buffer.concat([zero, s]), Buffer.concat([r, zero]), Buffer.concat([most, s]), Buffer.concat([r, most])],
      ...[Buffer.concat([zero, zero]), Buffer.concat([most, most]), Buffer.concat([s, r])],
      ...[signature.subarray(0, 63), signature.subarray(1), Buffer.concat([signature, Buffer.of(0)]), Buffer.alloc(0)],
    ];
    for (const bytes of forged) expect(suite.verify(keys.publicKey, message, bytes)).toBe(false);
  });

  test("a key of the other suite verifies nothing, and its signature is not this one's", () => {
    const theirs = other.makeSigningKeys(random);
    expect(theirs.publicKey.length).not.toBe(keys.publicKey.length);
    expect(suite.verify(theirs.publicKey, message, other.signing(theirs).sign(message))).toBe(false);
    expect(suite.verify(keys.publicKey, message, other.signing(theirs).sign(message))).toBe(false);
  });

  test('the same randomness makes the same keys, and keys made after one another differ', () => {
    const [once, again] = [seededRandom('keys'), seededRandom('keys')];
    const made = [suite.makeSigningKeys(once), suite.makeSealingKeys(once)];
    expect([suite.makeSigningKeys(again), suite.makeSealingKeys(again)]).toEqual(made);
    expect(new Set(made.flatMap(({ publicKey, secretKey }) => [publicKey, secretKey])).size).toBe(4);
  });

  test('a secret key that is none is a fault of ours and throws', () => {
    for (const secretKey of ['', 'A', keys.secretKey.slice(1), `${keys.secretKey}A`]) {
      expect(() => suite.signing({ ...keys, secretKey })).toThrow(/^a secret key/);
    }
  });

  test('malformed keys and signatures are false, never an error', () => {
    const signature = signing.sign(message);
    const malformed = [
      '',
      'A',
      '!',
      keys.publicKey.slice(1),
      `${keys.publicKey}=`,
      `${keys.publicKey}A`,
      'A'.repeat(43),
    ];
    for (const key of malformed) expect(suite.verify(key, message, signature)).toBe(false);
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 80 }), (key, bytes) => {
        expect(suite.verify(key, message, bytes)).toBe(false);
        expect(suite.verify(keys.publicKey, message, bytes)).toBe(false);
      }),
    );
  });
}

function seals(suite: Suite, other: Suite): void {
  const random = seededRandom(`${suite.id} seals`);
  const [first, second, stranger] = [0, 1, 2].map(() => suite.makeSealingKeys(random));
  if (!first || !second || !stranger) throw new Error('three key pairs');
  const about = { from: 'qingpu-arb', to: 'wujiang-arb' };
  const plain = Buffer.from('内容'.repeat(50));
  const sealed = unwrap(suite.seal(about, plain, [first.publicKey, second.publicKey], random));

  test('each recipient opens what was sealed, with an old key beside the new one', () => {
    for (const keys of [[first], [second], [stranger, second]]) {
      const opened = unwrap(suite.open(sealed, keys));
      expect(Buffer.from(opened.bytes).equals(plain)).toBe(true);
      expect(opened.about).toEqual(about);
    }
    expect(unwrap(suite.sealedAbout(sealed))).toEqual(about);
  });

  test('nobody else does', () => {
    expect(refusal(suite.open(sealed, [stranger]))).toEqual({ code: 'seal-not-for-us' });
    expect(refusal(suite.open(sealed, []))).toEqual({ code: 'seal-not-for-us' });
  });

  test('one changed bit anywhere is found', () => {
    const short = unwrap(suite.seal({ from: 'a' }, Buffer.from('内容'), [first.publicKey], random));
    for (let index = 0; index < short.length; index += 1) {
      expect(suite.open(flipped(short, index), [first]).ok).toBe(false);
    }
  });

  test('a missing end, an added end and a swapped ciphertext are found', () => {
    const other = unwrap(suite.seal(about, plain, [first.publicKey], random));
    const bodyOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes).subarray(-plain.length - 16);
    const swapped = Buffer.concat([Buffer.from(sealed).subarray(0, -plain.length - 16), bodyOf(other)]);
    for (const bytes of [sealed.subarray(0, -1), Buffer.concat([sealed, Buffer.of(0)]), swapped]) {
      expect(refusal(suite.open(bytes, [first]))).toEqual({ code: 'seal-tampered' });
    }
    for (let length = 0; length < 600; length += 7) {
      expect(suite.open(sealed.subarray(0, length), [first]).ok).toBe(false);
    }
  });

  test('a later version and a later suite are called newer', () => {
    const later = Buffer.concat([Buffer.from('xieban-bundle-v2\n'), sealed.subarray(17)]);
    const text = Buffer.from(sealed).toString('latin1').replace(`"suite":"${suite.id}"`, '"suite":"s3"');
    for (const bytes of [later, Buffer.from(text, 'latin1')]) {
      expect(refusal(suite.open(bytes, [first]))).toEqual({ code: 'seal-newer' });
      expect(refusal(suite.sealedAbout(bytes))).toEqual({ code: 'seal-newer' });
    }
  });

  test('what the other suite sealed is refused by that name, and its label can be read', () => {
    const theirs = other.makeSealingKeys(random);
    const foreign = unwrap(other.seal(about, plain, [theirs.publicKey], random));
    expect(refusal(suite.open(foreign, [first, theirs]))).toEqual({ code: 'seal-other-suite' });
    expect(unwrap(suite.sealedAbout(foreign))).toEqual(about);
    expect(refusal(suite.seal(about, plain, [first.publicKey, theirs.publicKey], random))).toEqual({
      code: 'seal-bad-recipient',
    });
    const renamed = Buffer.from(foreign).toString('latin1').replace(`"suite":"${other.id}"`, `"suite":"${suite.id}"`);
    expect(refusal(suite.open(Buffer.from(renamed, 'latin1'), [first]))).toEqual({ code: 'seal-malformed' });
  });

  test('whatever is sealed, to however many, each of them opens and no changed bit passes', () => {
    const pairs = Array.from({ length: 4 }, () => suite.makeSealingKeys(random));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.subarray(pairs, { minLength: 1 }),
        fc.nat(),
        (bytes, to, at) => {
          const keys = to.map(({ publicKey }) => publicKey);
          const whole = unwrap(suite.seal(about, bytes, keys, random));
          for (const pair of to) expect(Buffer.from(unwrap(suite.open(whole, [pair])).bytes).equals(bytes)).toBe(true);
          for (const pair of pairs.filter((one) => !to.includes(one))) {
            expect(refusal(suite.open(whole, [pair]))).toEqual({ code: 'seal-not-for-us' });
          }
          const changed = flipped(whole, at % whole.length, at % 8);
          for (const pair of to) expect(suite.open(changed, [pair]).ok).toBe(false);
          expect(suite.open(whole.subarray(0, at % whole.length), to).ok).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('hostile bytes are refused, never an error', () => {
    const lines = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(lines, fc.uint8Array(), (line, rest) => {
        const bytes = Buffer.concat([Buffer.from(`xieban-bundle-v1\n${line}\n`), rest]);
        expect(suite.open(bytes, [first]).ok).toBe(false);
        expect(suite.open(rest, [first]).ok).toBe(false);
      }),
    );
  });

  test('a recipient key that is none is refused', () => {
    for (const key of ['', 'x', first.publicKey.slice(2), 'A'.repeat(43)]) {
      expect(refusal(suite.seal(about, plain, [first.publicKey, key], random))).toEqual({ code: 'seal-bad-recipient' });
    }
    expect(refusal(suite.seal(about, plain, [], random))).toEqual({ code: 'seal-bad-recipient' });
  });

  test('sealing twice shows nothing in common, and nothing of the content', () => {
    const again = unwrap(suite.seal(about, plain, [first.publicKey], random));
    const once = unwrap(suite.seal(about, plain, [first.publicKey], random));
    expect(Buffer.from(again).equals(once)).toBe(false);
    expect(Buffer.from(sealed).includes('内容')).toBe(false);
  });
}

function encryption(suite: Suite): void {
  test('what was encrypted opens with the same key, nonce and associated data alone', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const nonce = fc.uint8Array({ minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(key, nonce, bytes, bytes, fc.nat(), (k, n, aad, plain, at) => {
        const sealed = suite.encrypt(k, n, aad, plain);
        expect(suite.decrypt(k, n, aad, sealed)).toEqual(Buffer.from(plain));
        expect(suite.decrypt(flipped(k, at % 32), n, aad, sealed)).toBeUndefined();
        expect(suite.decrypt(k, flipped(n, at % 12), aad, sealed)).toBeUndefined();
        expect(suite.decrypt(k, n, Buffer.concat([aad, Buffer.of(1)]), sealed)).toBeUndefined();
        expect(suite.decrypt(k, n, aad, flipped(sealed, at % sealed.length))).toBeUndefined();
        expect(suite.decrypt(k, n, aad, sealed.subarray(0, 15))).toBeUndefined();
      }),
    );
  });

  test('a chunk of 4 MiB comes back, and many of them leave nothing behind', async () => {
    const chunk = Buffer.alloc(4 * 1024 * 1024, '案卷');
    const [key, nonce, aad] = [Buffer.alloc(32, 1), Buffer.alloc(12, 2), Buffer.from('manifest')];
    collect();
    const before = process.memoryUsage().arrayBuffers;
    for (let round = 0; round < 4; round += 1) {
      const sealed = suite.encrypt(key, nonce, aad, chunk);
      expect(sealed.length).toBe(chunk.length + 16);
      const opened = suite.decrypt(key, nonce, aad, sealed);
      expect(opened && chunk.equals(opened)).toBe(true);
      expect(suite.decrypt(key, nonce, aad, flipped(sealed, chunk.length >> 1))).toBeUndefined();
    }
    // The last round's own may still be in use; the rounds before leave nothing.
    const left = (): number => {
      collect();
      return process.memoryUsage().arrayBuffers - before;
    };
    await expect.poll(left).toBeLessThan(4 * chunk.length);
  });
}

/** What every suite must hold to, whatever its algorithms. `other` is a suite it must never be taken for. */
export function describeConformance(suite: Suite, other: Suite): void {
  describe(`suite ${suite.id}: signatures`, () => {
    signatures(suite, other);
  });
  describe(`suite ${suite.id}: seals`, () => {
    seals(suite, other);
  });
  describe(`suite ${suite.id}: encryption`, () => {
    encryption(suite);
  });
}
