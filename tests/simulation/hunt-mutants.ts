import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { mutants } from './mutants.ts';

/** Whether and where a planted bug was found. */
export type Hunt = { readonly name: string; readonly seed: number | undefined; readonly fault: string };

/** Seeds given to each planted bug: the rarest of them shows about once in a hundred. */
export const seedsPerMutant = 1_500;

function hunt(name: string, seeds: number): Promise<Hunt> {
  const main = resolve(import.meta.dirname, 'main.ts');
  const args = ['--disable-warning=ExperimentalWarning', main, '--mutant', name, '--seeds', String(seeds)];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', failed);
    child.on('close', (code) => {
      const line = out.trim().split('\n').at(-1) ?? '';
      const found = /^found at seed (\d+): (.*)$/.exec(line);
      // 1: found; 0: ran to the end without finding; anything else is a fault of the harness.
      if (code !== 0 && code !== 1) failed(new Error(`mutant '${name}' did not run: exit code ${code}`));
      else done({ name, seed: found ? Number(found[1]) : undefined, fault: found?.[2] ?? 'not found' });
    });
  });
}

/** Runs every planted bug in a process of its own, two at a time, until a seed finds it. */
export async function huntMutants(seeds: number = seedsPerMutant): Promise<readonly Hunt[]> {
  const waiting = mutants.map((mutant) => mutant.name);
  const hunts: Hunt[] = [];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) hunts.push(await hunt(name, seeds));
  };
  await Promise.all([worker(), worker()]);
  return hunts;
}
