import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Suite } from '#electron/sealing/suite.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

function flipped(bytes: Uint8Array, index: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

function signatures(suite: Suite): void {
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

function seals(suite: Suite): void {
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
    for (let index = 0; index < sealed.length; index += 1) {
      expect(suite.open(flipped(sealed, index), [first]).ok).toBe(false);
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

  test('a later version is called newer', () => {
    const later = Buffer.concat([Buffer.from('xieban-bundle-v2\n'), sealed.subarray(17)]);
    expect(refusal(suite.open(later, [first]))).toEqual({ code: 'seal-newer' });
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
}

/** What every suite must hold to, whatever its algorithms. */
export function describeConformance(suite: Suite): void {
  describe(`suite ${suite.id}: signatures`, () => {
    signatures(suite);
  });
  describe(`suite ${suite.id}: seals`, () => {
    seals(suite);
  });
  describe(`suite ${suite.id}: encryption`, () => {
    encryption(suite);
  });
}
