import { join } from 'node:path';
import type { CallInput } from '#shared/contract/contract.ts';
import { buildProcesses } from '../../build/bundle/build.ts';
import { startBackend } from './backend-child.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchPassphrase, manyDossiers } from './many-dossiers.ts';
import { p95, say } from './timing.ts';

const dossiers = 100_000;
const asked = 300;
const milliseconds = 50;

/** A worker nobody knows and a company that stands on about a hundred files. */
function typed(index: number): CallInput<'intake.match'> {
  const blank = { idKind: 'resident' as const, idNo: '', uscc: '', phone: '' };
  return {
    parties: [
      { ...blank, type: 'person', name: `样某${index}`, phone: `1380000${String(index).padStart(4, '0')}` },
      { ...blank, type: 'unit', name: `样例第${index % 997}公司` },
    ],
    claims: [],
  };
}

/** `bench intake`: what recognising typed parties takes, asked of the backend as a process, 100 000 dossiers. */
export async function benchIntake(cache: string): Promise<readonly Check[]> {
  const folder = join(cache, `start-${dossiers}`);
  await buildProcesses();
  await manyDossiers(folder, dossiers);
  const backend = await startBackend(folder);
  await backend.call('session.unlock', { passphrase: benchPassphrase });
  const times: number[] = [];
  for (let index = 0; index < asked; index += 1) {
    const started = performance.now();
    await backend.call('intake.match', typed(index));
    times.push(performance.now() - started);
  }
  await backend.stop();
  say(`${dossiers} files, parties recognised while typing`, times);
  return [atLeast(`intake: ${milliseconds} ms / ours, p95`, milliseconds / p95(times), 1)];
}
