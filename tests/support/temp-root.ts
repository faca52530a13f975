import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a whole run one temporary folder: whatever a test, or a program it starts, leaves in it goes when the run ends.
 * Vitest calls it before the first test of each suite and calls the answer after the last.
 */
export function setup(): (() => void) | undefined {
  if (process.env['XIEBAN_TEST_ROOT'] !== undefined) return undefined;
  const root = mkdtempSync(join(tmpdir(), 'xieban-tests-'));
  process.env['XIEBAN_TEST_ROOT'] = root;
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = root;
  return () => {
    try {
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // A browser that is still closing holds a file; the system clears its temporary folder itself.
    }
  };
}
