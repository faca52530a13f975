import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import type { ProofVerdict } from '#shared/protocol/proof/proof-verdict.ts';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { utf8 } from '#shared/protocol/text-bytes.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { browserSuites, canCheck } from '../../build/verify/page/browser-suites.ts';
import { contentOf, ports, qingpu, writtenRequest } from './proof-case.ts';

/** Checks as the page does: until the browser has answered for every signature. */
async function check(bytes: Uint8Array): Promise<ProofVerdict> {
  const { suites, settle } = browserSuites();
  for (;;) {
    const verdict = verifyProof(bytes, { suites, rules: assistRules });
    if ((await settle()) === 0) return verdict;
  }
}

test('the page hashes as Node does, whatever the length', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) & 255);
    const { s1 } = browserSuites().suites;
    expect(s1.hash(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(s1.hash(bytes, 's2')).toBe(suiteTwo.hash(bytes));
  }
});

test('the page takes and refuses the signatures of both suites as the product does', async () => {
  expect(await canCheck()).toBe(true);
  const bytes = utf8('要签名的内容');
  for (const suite of [suiteOne, suiteTwo]) {
    const { publicKey, sign } = suite.signing(suite.makeSigningKeys(trueRandom));
    const signature = sign(bytes);
    const changed = signature.map((byte, i) => (i === 5 ? byte ^ 1 : byte));
    const { suites, settle } = browserSuites();
    const ask = async (said: Uint8Array, by: Uint8Array, key = publicKey): Promise<boolean> => {
      suites.s1.verify(key, said, by);
      await settle();
      return suites.s1.verify(key, said, by);
    };
    expect(await ask(bytes, signature)).toBe(true);
    expect(await ask(utf8('别的内容'), signature)).toBe(false);
    expect(await ask(bytes, changed)).toBe(false);
    expect(suites.s1.verify(publicKey, bytes, signature.subarray(1))).toBe(false);
    // What is left of a key of suite 2 may be as long as one of suite 1, of which the browser must be asked.
    expect(await ask(bytes, signature, publicKey.slice(1))).toBe(false);
  }
});

test('the page comes to the very verdict of the checker, of a sound proof and of a changed one', async () => {
  const content = contentOf(writtenRequest());
  const e = content.e.map((one, i) => (i === 0 ? { ...one, signature: content.e[1]?.signature ?? '' } : one));
  for (const one of [content, { ...content, e }]) {
    const bytes = sealProof(one, qingpu.signing);
    expect(await check(bytes)).toEqual(verifyProof(bytes, ports));
  }
});
