import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { sm2, sm4 } from 'sm-crypto-v2';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { drawSecret, makeSm2Keys, sm2Order } from '#electron/sealing/sm2-keys.ts';
import { sm2Verify } from '#electron/sealing/sm2-sign.ts';
import { sm2Unwrap, sm2Wrap } from '#electron/sealing/sm2-wrap.ts';
import { hkdfSm3, hmacSm3, sm3Hex } from '#electron/sealing/sm3.ts';
import { sm4GcmDecrypt, sm4GcmEncrypt } from '#electron/sealing/sm4-gcm.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { seededRandom, trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const spelled = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = fc.uint8Array({ maxLength: 300 });

/** Key, identity and message of GB/T 32918.5-2017: A.2 (signature) and C.2 (encryption). */
const example = {
  secret: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  x: '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
  y: 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  k: '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21',
  c1: '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0',
  c3: '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766',
  c2: '21886ca989ca9c7d58087307ca93092d651efa',
} as const;
const examplePublic = hex(`03${example.x}`).toString('base64url');
const exampleSecret = hex(example.secret).toString('base64url');

describe('SM3', () => {
  test('gives the examples of GB/T 32905-2016 A.1 and A.2', () => {
    expect(sm3Hex(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hex(Buffer.from('abcd'.repeat(16)))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  test('agrees with OpenSSL on any bytes, as hash, as HMAC and as HKDF', () => {
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 1, max: 100 }), (key, message, length) => {
        expect(sm3Hex(message)).toBe(createHash('sm3').update(message).digest('hex'));
        expect(sm3Hex(key, message)).toBe(createHash('sm3').update(key).update(message).digest('hex'));
        expect(spelled(hmacSm3(key, message))).toBe(createHmac('sm3', key).update(message).digest('hex'));
        const derived = hkdfSync('sm3', key, new Uint8Array(), '用途', length);
        expect(spelled(hkdfSm3(key, '用途', length))).toBe(spelled(new Uint8Array(derived)));
      }),
    );
  });
});

describe('SM4', () => {
  test('gives example 1 of GB/T 32907-2016', () => {
    const block = hex('0123456789abcdeffedcba9876543210');
    const sealed = sm4.encrypt(block, block, { mode: 'ecb', padding: 'none', output: 'array' });
    expect(spelled(sealed)).toBe('681edf34d206965e86b3e94f536e4246');
  });

  test('gives SM4-GCM of RFC 8998 A.1', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const nonce = hex('00001234567800000000abcd');
    const aad = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const plain = hex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'ee', 'aa'].map((byte) => byte.repeat(8)).join(''));
    const sealed = sm4GcmEncrypt(key, nonce, aad, plain);
    expect(spelled(sealed)).toBe(
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
        'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d' +
        '83de3541e4c2b58177e065a9bf7b62ec',
    );
    expect(sm4GcmDecrypt(key, nonce, aad, sealed)).toEqual(plain);
    expect(sm4GcmDecrypt(key, nonce, aad, sealed.subarray(0, 16))).toBeUndefined();
    expect(sm4GcmDecrypt(key, nonce, aad, new Uint8Array())).toBeUndefined();
  });

  test('keeps the keystream of OpenSSL’s SM4-CTR, counted from 2 as GCM has it', () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const nonce = fc.uint8Array({ minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(key, nonce, bytes, (k, n, plain) => {
        const counter = createCipheriv('sm4-ctr', k, Buffer.concat([n, hex('00000002')]));
        const expected = Buffer.concat([counter.update(plain), counter.final()]);
        expect(sm4GcmEncrypt(k, n, plain, plain).subarray(0, -16)).toEqual(expected);
      }),
    );
  });

  test('a key or a nonce of another length is never filled up with zeros', () => {
    for (const [key, nonce] of [
      [15, 12],
      [32, 12],
      [16, 11],
      [16, 0],
    ] as const) {
      expect(() => sm4GcmEncrypt(Buffer.alloc(key), Buffer.alloc(nonce), Buffer.alloc(0), Buffer.alloc(1))).toThrow(
        'SM4-GCM takes 16 and 12 bytes',
      );
      expect(sm4GcmDecrypt(Buffer.alloc(key), Buffer.alloc(nonce), Buffer.alloc(0), Buffer.alloc(17))).toBeUndefined();
    }
    expect(() => suiteTwo.encrypt(Buffer.alloc(16), Buffer.alloc(12), Buffer.alloc(0), Buffer.alloc(1))).toThrow(
      'a key has 32 bytes',
    );
  });
});

describe('SM2 signatures', () => {
  test('the signature of GB/T 32918.5-2017 A.2 holds, for its message and key alone', () => {
    const signature = hex(example.r + example.s);
    expect(sm2Verify(examplePublic, Buffer.from('message digest'), signature)).toBe(true);
    expect(sm2Verify(examplePublic, Buffer.from('message digesT'), signature)).toBe(false);
    const mirrored = hex(`02${example.x}`).toString('base64url');
    expect(sm2Verify(mirrored, Buffer.from('message digest'), signature)).toBe(false);
  });

  test('the library verifies what we sign, with the usual identity, and we what it signs', () => {
    const keys = makeSm2Keys(seededRandom('interchange'));
    const point = Buffer.from(keys.publicKey, 'base64url').toString('hex');
    fc.assert(
      fc.property(bytes, (message) => {
        const ours = spelled(suiteTwo.signing(keys).sign(message));
        expect(sm2.doVerifySignature(message, ours, point, { hash: true })).toBe(true);
        expect(sm2.doVerifySignature(message, ours, point, { hash: true, userId: 'other' })).toBe(false);
        const secret = Buffer.from(keys.secretKey, 'base64url').toString('hex');
        const theirs = sm2.doSignature(message, secret, { hash: true });
        expect(sm2Verify(keys.publicKey, message, hex(theirs))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('r and s that are more than the order by what they should be are refused', () => {
    const more = (part: string): string => (BigInt(`0x${part}`) + sm2Order).toString(16).padStart(64, '0');
    // Every sum that still fits into 32 bytes; the others cannot be written down.
    const small = '00000000000000000000000000000000000000000000000000000000000000ff';
    for (const text of [more(small) + example.s, example.r + more(small), sm2Order.toString(16) + example.s]) {
      expect(sm2Verify(examplePublic, Buffer.from('message digest'), hex(text))).toBe(false);
    }
  });

  test('what is no compressed point of the curve is no key', () => {
    const signature = hex(example.r + example.s);
    const beyond = 'fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff';
    const noPoint = `02${'00'.repeat(31)}05`;
    const hybrid = `04${example.x}${example.y}`;
    for (const key of [noPoint, `02${beyond}`, `05${example.x}`, `00${example.x}`, hybrid, `04${example.x}`, '00']) {
      const text = hex(key).toString('base64url');
      expect(sm2Verify(text, Buffer.from('message digest'), signature)).toBe(false);
      expect(suiteTwo.seal({}, Buffer.from('x'), [text], trueRandom).ok).toBe(false);
    }
    expect(() => sm2.verifyPublicKey(noPoint)).toThrow(/square root|on curve/i);
  });
});

describe('SM2 encryption', () => {
  test('gives the example of GB/T 32918.5-2017 C.2 and opens it', () => {
    const fixed = { bytes: () => hex(example.k) };
    const wrapped = sm2Wrap(examplePublic, Buffer.from('encryption standard'), fixed);
    expect(wrapped && spelled(wrapped)).toBe(`04${example.c1}${example.c3}${example.c2}`);
    const opened = wrapped && sm2Unwrap(exampleSecret, wrapped);
    expect(opened && Buffer.from(opened).toString()).toBe('encryption standard');
  });

  test('the library opens what we wrap, and we what it wraps', () => {
    const keys = makeSm2Keys(seededRandom('wraps'));
    const secret = Buffer.from(keys.secretKey, 'base64url').toString('hex');
    const point = Buffer.from(keys.publicKey, 'base64url').toString('hex');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (content) => {
        const ours = sm2Wrap(keys.publicKey, content, trueRandom);
        const text = ours ? spelled(ours).slice(2) : '';
        expect(Buffer.from(sm2.doDecrypt(text, secret, 1, { output: 'array' })).equals(content)).toBe(true);
        const theirs = hex(`04${sm2.doEncrypt(content, point)}`);
        expect(sm2Unwrap(keys.secretKey, theirs)).toEqual(Buffer.from(content));
      }),
      { numRuns: 10 },
    );
  });

  test('a point off the curve, another form of it and missing bytes are refused', () => {
    const wrapped = sm2Wrap(examplePublic, Buffer.alloc(32, 1), trueRandom) ?? new Uint8Array();
    const offCurve = Buffer.concat([hex(`04${example.x}${example.x}`), wrapped.subarray(65)]);
    const hybrid = Buffer.concat([Buffer.of(6), wrapped.subarray(1)]);
    const none = Buffer.concat([Buffer.of(4), Buffer.alloc(64), wrapped.subarray(65)]);
    for (const bad of [offCurve, hybrid, none, wrapped.subarray(0, 97), wrapped.subarray(0, -1), new Uint8Array()]) {
      expect(sm2Unwrap(exampleSecret, bad)).toBeUndefined();
    }
  });
});

describe('randomness of suite 2', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('comes from the given source alone: the library is never asked for its own', () => {
    const asked = vi.spyOn(globalThis.crypto, 'getRandomValues');
    const random = seededRandom('given');
    const keys = suiteTwo.makeSigningKeys(random);
    const sealing = suiteTwo.makeSealingKeys(random);
    expect(suiteTwo.verify(keys.publicKey, Buffer.from('x'), suiteTwo.signing(keys).sign(Buffer.from('x')))).toBe(true);
    unwrap(suiteTwo.open(unwrap(suiteTwo.seal({}, Buffer.from('x'), [sealing.publicKey], random)), [sealing]));
    expect(asked).not.toHaveBeenCalled();
    sm2.generateKeyPairHex();
    expect(asked).toHaveBeenCalled();
  });

  test('a number outside 1 to n - 2 is drawn again; a source that repeats itself is a fault', () => {
    const order = hex(sm2Order.toString(16));
    const last = hex((sm2Order - 1n).toString(16));
    const draws = [Buffer.alloc(32, 0xff), order, last, Buffer.alloc(32), Buffer.alloc(32, 7)];
    expect(drawSecret({ bytes: () => draws.shift() ?? Buffer.alloc(32) })).toBe(BigInt(`0x${'07'.repeat(32)}`));
    expect(() => drawSecret({ bytes: () => Buffer.alloc(32) })).toThrow('the source of randomness repeats itself');
  });
});
