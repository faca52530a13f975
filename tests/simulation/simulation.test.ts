import { describe, expect, test } from 'vitest';
import { huntMutants } from './hunt-mutants.ts';
import { mutants } from './mutants.ts';
import { realCrypto } from './real-crypto.ts';
import { runSeeds } from './run-seeds.ts';
import { stubCrypto } from './stub-crypto.ts';
import { suiteTwoCrypto } from './suite-two-crypto.ts';
import { runSeed } from './world.ts';

describe('two simulated offices', () => {
  test('agree in 2 000 fixed seeds', () => {
    const run = runSeeds(1, 2_000, stubCrypto);
    expect(run.failures.map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
    // A run in which little happens would prove little.
    expect(run.crashes).toBeGreaterThan(1_000);
    expect(run.entries).toBeGreaterThan(20_000);
  });

  test('agree in seeds nobody has run before', () => {
    const from = 1_000_000 + (Date.now() % 1_000_000_000);
    const run = runSeeds(from, 100, stubCrypto);
    expect(run.failures, `fresh seeds from ${from}`).toEqual([]);
  });

  test('agree with real cryptography', () => {
    expect(runSeeds(1, 20, realCrypto).failures).toEqual([]);
  });

  test('agree with the cryptography of suite 2', () => {
    const run = runSeeds(1, 4, suiteTwoCrypto);
    expect(run.failures).toEqual([]);
    expect(run.entries).toBeGreaterThan(20);
  });

  test('do the same again from the same seed', () => {
    for (const seed of [1, 7, 75, 100_119]) expect(runSeed(seed, stubCrypto)).toEqual(runSeed(seed, stubCrypto));
  });
});

describe('planted bugs', () => {
  test('each is found', async () => {
    const hunts = await huntMutants();
    expect(hunts.filter((hunt) => hunt.seed === undefined)).toEqual([]);
    expect(hunts).toHaveLength(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(4);
  });
});
