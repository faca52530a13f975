import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildProcesses } from '../../build/bundle/build.ts';
import { startBackend } from './backend-child.ts';
import { atLeast, type Check, median } from './check-line.ts';
import { benchPassphrase, manyDossiers } from './many-dossiers.ts';

const dossiers = 100_000;
const runs = 7;
/** At most three times as long as the bare process. */
const target = 1 / 3;

function measureBare(folder: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start-bare.ts'), folder, benchPassphrase]);
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(performance.now() - started));
    child.stderr.on('data', (chunk: Buffer) => reject(new Error(chunk.toString('utf8'))));
  });
}

/** The product's backend as a process of its own, from its start to the first page of the list of dossiers. */
async function measureOurs(folder: string): Promise<number> {
  const started = performance.now();
  const backend = await startBackend(folder);
  await backend.call('session.unlock', { passphrase: benchPassphrase });
  await backend.call('dossier.list', {});
  const milliseconds = performance.now() - started;
  await backend.stop();
  return milliseconds;
}

/** `bench start`: process start to the first answered list, 100 000 dossiers, beside a bare process on the same file. */
export async function benchStart(cache: string): Promise<readonly Check[]> {
  const folder = join(cache, `start-${dossiers}`);
  await buildProcesses();
  await manyDossiers(folder, dossiers);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const pair = [await measureBare(folder), await measureOurs(folder)] as const;
    // The first pair warms the file cache and is not counted.
    if (run === 0) continue;
    bare.push(pair[0]);
    ours.push(pair[1]);
  }
  console.log(
    `start, ${dossiers} dossiers: ours ${median(ours).toFixed(0)} ms, bare process ${median(bare).toFixed(0)} ms (medians of ${runs})`,
  );
  return [atLeast('start: bare process / ours', median(bare) / median(ours), target)];
}
