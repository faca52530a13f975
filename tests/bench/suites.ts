import type { Suite } from '#electron/sealing/suite.ts';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { suiteTwo } from '#electron/sealing/suite-two.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { atLeast, type Check, median } from './check-line.ts';

const letter = Buffer.alloc(10_240, '委托函');
const rounds = 40;

function timesOf(act: () => unknown): number {
  act();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return median(times);
}

function measure(suite: Suite): Readonly<Record<'seal' | 'open' | 'sign' | 'verify', number>> {
  const sealing = suite.makeSealingKeys(trueRandom);
  const keys = suite.makeSigningKeys(trueRandom);
  const signing = suite.signing(keys);
  const sealed = unwrap(suite.seal({}, letter, [sealing.publicKey], trueRandom));
  const signature = signing.sign(letter);
  return {
    seal: timesOf(() => suite.seal({}, letter, [sealing.publicKey], trueRandom)),
    open: timesOf(() => suite.open(sealed, [sealing])),
    sign: timesOf(() => signing.sign(letter)),
    verify: timesOf(() => suite.verify(keys.publicKey, letter, signature)),
  };
}

/**
 * Sealing, opening, signing and checking 10 KB in both suites, in one run. Suite 2 has no native code and is held to a
 * budget beside suite 1: a letter must still be sealed in a moment.
 */
export function benchSuites(): Promise<readonly Check[]> {
  console.log('suites: 10 KB, ms, middle of 40');
  const [one, two] = [measure(suiteOne), measure(suiteTwo)];
  for (const act of ['seal', 'open', 'sign', 'verify'] as const) {
    console.log(
      `  ${act}: s1 ${one[act].toFixed(3)}, s2 ${two[act].toFixed(3)} (${(two[act] / one[act]).toFixed(0)} times)`,
    );
  }
  return Promise.resolve([
    atLeast('suite 2: 100 ms / (seal + open of 10 KB)', 100 / (two.seal + two.open), 1),
    atLeast('suite 2: 50 ms / (sign + verify of 10 KB)', 50 / (two.sign + two.verify), 1),
  ]);
}
