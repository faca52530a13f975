import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { describeConformance } from './conformance.ts';

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
function compute(suite: Suite, seed: string): Vectors {
  const random = seededRandom(seed);
  const signing = suite.makeSigningKeys(random);
  const sealing = suite.makeSealingKeys(random);
  const message = '委托函 2026-1';
  const sealed = suite.seal({ from: 'a-office', to: 'b-office' }, Buffer.from(message), [sealing.publicKey], random);
  return {
    signingSecret: signing.secretKey,
    signingPublic: signing.publicKey,
    message,
    signature: Buffer.from(suite.signing(signing).sign(Buffer.from(message))).toString('base64url'),
    sealingSecret: sealing.secretKey,
    sealingPublic: sealing.publicKey,
    plain: message,
    sealed: Buffer.from(unwrap(sealed)).toString('base64url'),
  };
}

describeConformance(suiteOne, suiteTwo);
describeConformance(suiteTwo, suiteOne);

describe.each([
  { suite: suiteOne, words: 'suite one vectors', file: 'suite-one.json' },
  { suite: suiteTwo, words: 'suite two vectors', file: 'suite-two.json' },
])('suite $suite.id is frozen', ({ suite, words, file }) => {
  const fixture = join(import.meta.dirname, '../fixtures/sealing', file);
  const vectors = JSON.parse(readFileSync(fixture, 'utf8')) as Vectors;

  test('the same keys and bytes give the committed signature and seal', () => {
    expect(compute(suite, words)).toEqual(vectors);
  });

  test('the committed seal opens, the committed signature holds', () => {
    const keys = { publicKey: vectors.sealingPublic, secretKey: vectors.sealingSecret };
    const opened = unwrap(suite.open(Buffer.from(vectors.sealed, 'base64url'), [keys]));
    expect(Buffer.from(opened.bytes).toString('utf8')).toBe(vectors.plain);
    const signature = Buffer.from(vectors.signature, 'base64url');
    expect(suite.verify(vectors.signingPublic, Buffer.from(vectors.message), signature)).toBe(true);
  });
});
