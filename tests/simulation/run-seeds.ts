import type { Profile } from './script.ts';
import type { SimCrypto } from './stub-crypto.ts';
import { traceHash } from './trace.ts';
import { runSeed, type SeedResult } from './world.ts';

/** What a run over a range of seeds gave. */
export type RunResult = {
  readonly from: number;
  readonly seeds: number;
  readonly failures: readonly SeedResult[];
  readonly steps: number;
  readonly packages: number;
  readonly entries: number;
  readonly crashes: number;
  /** One hash over everything that happened in all seeds. */
  readonly trace: string;
  /** Seconds of this machine. */
  readonly seconds: number;
};

/** Runs seeds one after the other; stops behind the `enough`th failing one. A thrown error is a failure of its seed. */
export function runSeeds(
  from: number,
  seeds: number,
  profile: Profile,
  crypto: SimCrypto,
  enough = Number.POSITIVE_INFINITY,
): RunResult {
  const started = performance.now();
  const failures: SeedResult[] = [];
  const traces: string[] = [];
  const sum = { steps: 0, packages: 0, entries: 0, crashes: 0 };
  let done = 0;
  for (; done < seeds && failures.length < enough; done += 1) {
    const result = runSafely(from + done, profile, crypto);
    sum.steps += result.steps;
    sum.packages += result.packages;
    sum.entries += result.entries;
    sum.crashes += result.crashes;
    traces.push(result.trace);
    if (result.faults.length > 0) failures.push(result);
  }
  const seconds = (performance.now() - started) / 1000;
  return { from, seeds: done, failures, ...sum, trace: traceHash(traces), seconds };
}

function runSafely(seed: number, profile: Profile, crypto: SimCrypto): SeedResult {
  try {
    return runSeed(seed, profile, crypto);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { seed, faults: [`thrown: ${fault}`], steps: 0, packages: 0, entries: 0, crashes: 0, trace: '' };
  }
}
