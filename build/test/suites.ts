import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './reporter.ts';

/** The suites of vitest.config.ts in the order they run: what fails early and cheaply comes first. */
export const suiteNames = ['unit', 'architecture', 'store', 'simulation', 'exchange', 'ui', 'security'] as const;

/** A suite that hangs is ended after this many ms and counts as failed. */
const patience = 40 * 60_000;

/** Files tested side by side: a machine with two processors does two, since much of the time is waiting for disk and page. */
const workers = Math.max(2, availableParallelism() - 1);

const crashed: Counts = { passed: 0, failed: 1, skipped: [] };

function isCounts(value: unknown): value is Counts {
  return typeof value === 'object' && value !== null && 'passed' in value && 'failed' in value && 'skipped' in value;
}

function readCounts(file: string): Counts {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isCounts(value) ? value : crashed;
  } catch {
    return crashed;
  }
}

/** Runs one suite and answers its counts; a run that ended without counts, or badly without a failed test, failed. */
export async function runSuite(name: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-counts-'));
  const file = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=./build/test/reporter.ts'];
  const child = spawn(
    'vitest',
    ['run', '--project', name, '--passWithNoTests', `--maxWorkers=${workers}`, ...reporters],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, XIEBAN_COUNTS: file },
      timeout: patience,
      killSignal: 'SIGKILL',
    },
  );
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
