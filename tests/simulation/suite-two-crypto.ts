import { suiteOf } from '#electron/sealing/suites.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import type { SimCrypto } from './stub-crypto.ts';

const suite = suiteOf('s2');

/** SM3 and SM2 as the product has them, with keys made from texts. */
export const suiteTwoCrypto: SimCrypto = {
  hashing: suite,
  verifying: suite,
  signing: (seed) => suite.signing(suite.makeSigningKeys(seededRandom(seed))),
};
