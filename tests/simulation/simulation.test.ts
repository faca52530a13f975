import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFound } from './found.ts';
import { huntMutants } from './hunt-mutants.ts';
import { mutants } from './mutants.ts';
import { realCrypto } from './real-crypto.ts';
import { runSeeds } from './run-seeds.ts';
import { profiles, scriptOf } from './script.ts';
import { stubCrypto } from './stub-crypto.ts';
import { suiteTwoCrypto } from './suite-two-crypto.ts';
import { smallest } from './tell.ts';
import { runScript } from './world.ts';

const main = join(import.meta.dirname, 'main.ts');
const sim = (...args: string[]): string =>
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { encoding: 'utf8' });

describe('simulated offices', () => {
  test.for(profiles)('agree in fixed seeds of the profile %s', (profile) => {
    const run = runSeeds(1, 500, profile, stubCrypto);
    expect(run.failures.map(({ seed, faults }) => ({ seed, faults }))).toEqual([]);
    // A run in which little happens would prove little.
    expect(run.crashes).toBeGreaterThan(250);
    expect(run.entries).toBeGreaterThan(5_000);
  });

  test('agree in seeds nobody has run before', () => {
    const from = 1_000_000 + (Date.now() % 1_000_000_000);
    const run = runSeeds(from, 100, 'network', stubCrypto);
    expect(run.failures, `fresh seeds from ${from}`).toEqual([]);
  });

  test('agree with real cryptography', () => {
    expect(runSeeds(1, 20, 'mixed', realCrypto).failures).toEqual([]);
  });

  test('agree with the cryptography of suite 2', () => {
    const run = runSeeds(1, 4, 'mixed', suiteTwoCrypto);
    expect(run.failures).toEqual([]);
    expect(run.entries).toBeGreaterThan(20);
  });
});

describe('the same seed', () => {
  test('does the same again, line by line', () => {
    for (const profile of profiles) {
      const script = scriptOf(75, profile);
      const { lines } = runScript(script, stubCrypto);
      expect(lines.length).toBeGreaterThan(100);
      expect(runScript(script, stubCrypto).lines).toEqual(lines);
      // As plain data it is the same script: a kept one does what its seed did.
      expect(runScript(JSON.parse(JSON.stringify(script)), stubCrypto).lines).toEqual(lines);
    }
  });

  test('does the same in another process', () => {
    const { trace } = runSeeds(1, 12, 'mixed', stubCrypto);
    expect(sim('--seeds', '12', '--fresh', '0', '--real', '0')).toContain(`trace ${trace}`);
  });

  test('differs from another one', () => {
    expect(runSeeds(1, 1, 'mixed', stubCrypto).trace).not.toBe(runSeeds(2, 1, 'mixed', stubCrypto).trace);
  });
});

describe('what once failed', () => {
  test.for(allFound().map(({ name, script }) => [name, script] as const))('%s does not fail', ([, script]) => {
    expect(runScript(script, stubCrypto).faults).toEqual([]);
  });

  test('fails again with the bug it was found by', () => {
    const kept = 'news-after-a-close';
    const run = (...mutant: string[]) =>
      spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--found', kept, ...mutant]);
    expect(run().status).toBe(0);
    const red = run('--mutant', 'close ignores newer entries of the executor');
    expect(red.status).toBe(1);
    expect(red.stdout.toString()).toContain('closed over news of the executor');
  });

  test('is cut down to little', () => {
    const script = scriptOf(1, 'mixed');
    // A fault of the harness for the purpose: offices that do not know each other's keys never agree.
    const strangers = { ...stubCrypto, verifying: { verify: () => false } };
    const cut = smallest(script, strangers);
    expect(runScript(script, strangers).faults).not.toEqual([]);
    expect(runScript(cut, strangers).faults).not.toEqual([]);
    expect(cut.happenings.length).toBeLessThanOrEqual(2);
    expect(cut.offices).toBe(2);
  });
});

describe('planted bugs', () => {
  test('each is found', async () => {
    const hunts = await huntMutants();
    expect(hunts.filter((hunt) => hunt.seed === undefined)).toEqual([]);
    expect(hunts).toHaveLength(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(12);
  });
});
