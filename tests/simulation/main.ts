import { allFound } from './found.ts';
import { huntMutants } from './hunt-mutants.ts';
import { officeProfiles } from './office/office-script.ts';
import { type SimOptions, simOptions } from './options.ts';
import { plantMutant } from './plant-mutant.ts';
import type { RunResult } from './run-seeds.ts';
import { type Profile, profiles, type Script, scriptOf } from './script.ts';

type Check = { readonly name: string; readonly value: number; readonly target: number; readonly ok: boolean };

function show(title: string, result: RunResult): void {
  const { from, seeds, failures, steps, packages, entries, crashes, seconds, trace } = result;
  const rate = (seeds / seconds).toFixed(0);
  console.log(`${title}: seeds ${from} to ${from + seeds - 1}, ${failures.length} failed, ${rate} seeds/s`);
  console.log(
    `  ${steps} steps, ${packages} packages, ${entries} entries, ${crashes} crashes in ${seconds.toFixed(1)} s`,
  );
  console.log(`  trace ${trace}`);
  for (const failure of failures.slice(0, 10)) console.log(`  seed ${failure.seed}: ${failure.faults.join('; ')}`);
}

type Fast = SimOptions & { readonly profile: Profile };

const isFast = (options: SimOptions): options is Fast => profiles.some((one) => one === options.profile);

async function simulate(options: Fast): Promise<readonly Check[]> {
  const { runSeeds } = await import('./run-seeds.ts');
  const { tellFailure } = await import('./tell.ts');
  const { stubCrypto } = await import('./stub-crypto.ts');
  const { realCrypto } = await import('./real-crypto.ts');
  const { profile } = options;
  const fixed = runSeeds(options.from, options.seeds, profile, stubCrypto);
  show(`${profile}, fixed`, fixed);
  const fresh = runSeeds(1_000_000 + (Date.now() % 1_000_000_000), options.fresh, profile, stubCrypto);
  if (options.fresh > 0) show(`${profile}, fresh`, fresh);
  const real = runSeeds(options.from, options.real, profile, realCrypto);
  if (options.real > 0) show(`${profile}, real cryptography`, real);
  const [first] = [...fixed.failures, ...fresh.failures];
  if (first) tellFailure(first.seed, profile, stubCrypto, options.keep);
  const failed = (name: string, value: number): Check => ({ name, value, target: 0, ok: value === 0 });
  return [
    failed('failing fixed seeds', fixed.failures.length),
    failed('failing fresh seeds', fresh.failures.length),
    failed('failing seeds with real cryptography', real.failures.length),
    { name: 'seeds', value: fixed.seeds, target: options.seeds, ok: fixed.seeds >= options.seeds },
  ];
}

/** Whole offices: services, real data and real cryptography. */
async function simulateOffices({ from, seeds, profile: asked }: SimOptions): Promise<readonly Check[]> {
  const { runOfficeSeeds } = await import('./office/run-office-seeds.ts');
  const profile = officeProfiles.find((one) => one === asked) ?? 'office';
  const run = await runOfficeSeeds(from, seeds, profile);
  const rate = (run.seeds / run.seconds).toFixed(2);
  console.log(`${profile}: seeds ${from} to ${from + run.seeds - 1}, ${run.failures.length} failed, ${rate} seeds/s`);
  console.log(`  ${run.rollbacks} disks replaced by older copies, ${run.takeovers} takeovers`);
  for (const { seed, faults } of run.failures.slice(0, 10)) console.log(`  seed ${seed}: ${faults.join('; ')}`);
  const [first] = run.failures;
  for (const line of first?.lines ?? []) console.log(`  ${line}`);
  const value = run.failures.length;
  return [{ name: 'failing seeds of whole offices', value, target: 0, ok: value === 0 }];
}

async function hunted(): Promise<readonly Check[]> {
  const hunts = await huntMutants();
  for (const { name, seed, fault } of hunts) {
    console.log(seed === undefined ? `NOT FOUND  ${name}` : `found      ${name} (seed ${seed}: ${fault})`);
  }
  const found = hunts.filter((hunt) => hunt.seed !== undefined).length;
  return [{ name: 'planted bugs found', value: found, target: hunts.length, ok: found === hunts.length }];
}

/** With a bug planted: cuts down the seed that finds it when it is to be kept, says where it was found, and answers 1 then. */
async function huntOne(name: string, options: Fast): Promise<number> {
  plantMutant(name);
  const { runSeeds } = await import('./run-seeds.ts');
  const { tellFailure } = await import('./tell.ts');
  const { stubCrypto } = await import('./stub-crypto.ts');
  const [failure] = runSeeds(options.from, options.seeds, options.profile, stubCrypto, 1).failures;
  if (failure && options.keep !== undefined) tellFailure(failure.seed, options.profile, stubCrypto, options.keep);
  console.log(failure ? `found at seed ${failure.seed}: ${failure.faults[0]}` : 'not found');
  return failure ? 1 : 0;
}

async function tell(script: Script): Promise<number> {
  const { tellScript } = await import('./tell.ts');
  const { stubCrypto } = await import('./stub-crypto.ts');
  return tellScript(script, stubCrypto) ? 0 : 1;
}

async function tellKept(name: string, mutant: string | undefined): Promise<number> {
  if (mutant !== undefined) plantMutant(mutant);
  const kept = allFound().find((one) => one.name === name);
  if (!kept) throw new Error(`nothing is kept as ${name}`);
  return tell(kept.script);
}

async function main(): Promise<number> {
  const options = simOptions(process.argv.slice(2));
  if (options.found !== undefined) return tellKept(options.found, options.mutant);
  if (isFast(options) && options.mutant !== undefined) return huntOne(options.mutant, options);
  if (isFast(options) && options.story !== undefined) return tell(scriptOf(options.story, options.profile));
  const simulated = await (isFast(options) ? simulate(options) : simulateOffices(options));
  const checks = [...simulated, ...(options.mutants ? await hunted() : [])];
  const ok = checks.every((check) => check.ok);
  if (options.json) console.log(JSON.stringify({ ok, checks }));
  return ok ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
