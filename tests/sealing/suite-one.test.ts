import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cryptoParts, selfTest } from '#electron/sealing/self-test.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { err, ok } from '#shared/base/result.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { describeConformance } from './conformance.ts';

const fixture = join(import.meta.dirname, '../fixtures/sealing/suite-one.json');

type Vectors = {
  readonly signingSecret: string;
  readonly signingPublic: string;
  readonly message: string;
  readonly signature: string;
  readonly sealingSecret: string;
  readonly sealingPublic: string;
  readonly plain: string;
  readonly sealed: string;
};

/** Everything follows from a fixed seed; the committed file holds what came out when the format was fixed. */
function compute(): Vectors {
  const random = seededRandom('suite one vectors');
  const signing = suiteOne.makeSigningKeys(random);
  const sealing = suiteOne.makeSealingKeys(random);
  const message = '委托函 2026-1';
  const sealed = suiteOne.seal({ from: 'a-office', to: 'b-office' }, Buffer.from(message), [sealing.publicKey], random);
  return {
    signingSecret: signing.secretKey,
    signingPublic: signing.publicKey,
    message,
    signature: Buffer.from(suiteOne.signing(signing).sign(Buffer.from(message))).toString('base64url'),
    sealingSecret: sealing.secretKey,
    sealingPublic: sealing.publicKey,
    plain: message,
    sealed: Buffer.from(unwrap(sealed)).toString('base64url'),
  };
}

describeConformance(suiteOne);

describe('suite s1 is frozen', () => {
  const vectors = JSON.parse(readFileSync(fixture, 'utf8')) as Vectors;

  test('the same keys and bytes give the committed signature and seal', () => {
    expect(compute()).toEqual(vectors);
  });

  test('the committed seal opens', () => {
    const keys = { publicKey: vectors.sealingPublic, secretKey: vectors.sealingSecret };
    const opened = unwrap(suiteOne.open(Buffer.from(vectors.sealed, 'base64url'), [keys]));
    expect(Buffer.from(opened.bytes).toString('utf8')).toBe(vectors.plain);
  });
});

describe('the start-up test', () => {
  test('passes on this machine', () => {
    expect(selfTest()).toEqual(ok(undefined));
  });

  test.each(Object.keys(cryptoParts))('refuses to run when %s answers wrongly or not at all', (part) => {
    const wrong = { ...cryptoParts, [part]: () => false };
    const absent = {
      ...cryptoParts,
      [part]: () => {
        throw new Error('not supported');
      },
    };
    expect(selfTest(wrong)).toEqual(err({ code: 'crypto-unfit', part }));
    expect(selfTest(absent)).toEqual(err({ code: 'crypto-unfit', part }));
  });

  test('nothing is used that the library under Electron lacks', () => {
    const folder = join(import.meta.dirname, '../../electron/sealing');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    expect(sources.length).toBeGreaterThan(10);
    for (const name of sources) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(/chacha20|argon2|hkdfSync|sha3|sm[234]|ed448|x448|aes-256-ccm|secp256k1/i);
    }
  });
});
