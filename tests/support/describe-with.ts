import { describe } from 'vitest';
import { findProgram, type ProgramName } from '../../build/test/programs.ts';

/**
 * A `describe` for tests that need a program. Where it is missing they are skipped, each one is counted, and the
 * reporter prints `skipped: <name> is not installed` with their number; the rest of the run is unaffected.
 */
export function describeWith(name: ProgramName, title: string, body: (path: string) => void): void {
  const path = findProgram(name);
  const skipped = path === undefined;
  describe.skipIf(skipped)(`${title}${skipped ? ` [skipped: ${name} is not installed]` : ''}`, () => {
    body(path ?? '');
  });
}
