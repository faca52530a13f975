import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cryptoParts, processIsFit, selfTest } from '#electron/sealing/self-test.ts';
import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { err, ok } from '#shared/base/result.ts';
import { seededRandom } from '#tests/support/randomness.ts';

/** Ways in which a runtime may lie about a suite, and the parts of suite 1 and suite 2 that must find it. */
const lies: readonly (readonly [string, (suite: Suite) => Partial<Suite>, string, string])[] = [
  ['hashes wrongly', () => ({ hash: () => '00'.repeat(32) }), 'sha-256', 'sm3'],
  ['takes every signature', () => ({ verify: () => true }), 'ed25519', 'sm2-signature'],
  ['takes no signature', () => ({ verify: () => false }), 'ed25519', 'sm2-signature'],
  [
    'signs with other keys',
    (suite) => ({ signing: () => suite.signing(suite.makeSigningKeys(seededRandom('another'))) }),
    ...(['ed25519', 'sm2-signature'] as const),
  ],
  ['does not encrypt', () => ({ encrypt: (_k, _n, _a, plain) => plain }), 'aes-256-gcm', 'sm4-gcm'],
  [
    'decrypts whatever the tag',
    (suite) => ({
      decrypt: (key, nonce, aad, bytes) => suite.decrypt(key, nonce, aad, bytes) ?? bytes.subarray(0, -16),
    }),
    ...(['aes-256-gcm', 'sm4-gcm'] as const),
  ],
  [
    'leaves out the associated data',
    (suite) => ({ decrypt: (key, nonce, _aad, bytes) => suite.decrypt(key, nonce, new Uint8Array(), bytes) }),
    ...(['aes-256-gcm', 'sm4-gcm'] as const),
  ],
  ['opens no seal', () => ({ open: () => err({ code: 'seal-not-for-us' as const }) }), 'seal-s1', 'seal-s2'],
  [
    'opens every seal',
    () => ({ open: () => ok({ about: {}, bytes: Buffer.from('委托函 2026-1') }) }),
    ...(['seal-s1', 'seal-s2'] as const),
  ],
];

describe('the start-up test', () => {
  test('passes on this machine', () => {
    expect(selfTest(cryptoParts())).toEqual(ok(undefined));
    expect(processIsFit()).toEqual(ok(undefined));
  });

  test.each(Object.keys(cryptoParts()))('refuses to run when %s answers wrongly or not at all', (part) => {
    const wrong = { ...cryptoParts(), [part]: () => false };
    const absent = {
      ...cryptoParts(),
      [part]: () => {
        throw new Error('not supported');
      },
    };
    expect(selfTest(wrong)).toEqual(err({ code: 'crypto-unfit', part }));
    expect(selfTest(absent)).toEqual(err({ code: 'crypto-unfit', part }));
  });

  test.each(lies)('refuses a runtime that %s', (_name, lie, one, two) => {
    const lyingOne = cryptoParts({ ...suiteOne, ...lie(suiteOne) }, suiteTwo);
    const lyingTwo = cryptoParts(suiteOne, { ...suiteTwo, ...lie(suiteTwo) });
    expect(selfTest(lyingOne)).toEqual(err({ code: 'crypto-unfit', part: one }));
    expect(selfTest(lyingTwo)).toEqual(err({ code: 'crypto-unfit', part: two }));
  });

  test('suites that stand in each other’s place are refused', () => {
    expect(selfTest(cryptoParts(suiteTwo, suiteOne))).toEqual(err({ code: 'crypto-unfit', part: 'sha-256' }));
  });

  test('nothing is used that the library under Electron lacks', () => {
    const folder = join(import.meta.dirname, '../../electron/sealing');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(10);
    for (const name of sources) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(/chacha20|argon2|hkdfSync|sha3|ed448|x448|aes-256-ccm|secp256k1/i);
      if (!text.includes("'node:crypto'")) continue;
      // SM algorithms by name are OpenSSL's; ours come from the library.
      expect(text, name).not.toMatch(/(createHash|createHmac|createCipheriv|createDecipheriv|sign|verify)\('sm[234]/i);
    }
  });
});
