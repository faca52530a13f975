import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What one run of Vitest counted. A reason stands for each skipped test, so equal ones repeat. */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[] };

const reasonInName = /\[skipped: ([^\]]+)\]/;

/** Why a test did not run: the note it was skipped with, or what `describeWith` put into the name of its suite. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? reasonInName.exec(test.fullName)?.[1] ?? 'no reason given';
}

/** Counts one finished run. A file that could not be loaded and an error outside any test count as failures. */
export function countTests(modules: readonly TestModule[], unhandled: number): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
  const ended = (state: string): number => tests.filter((test) => test.result().state === state).length;
  return {
    passed: ended('passed'),
    failed: ended('failed') + ended('pending') + broken + unhandled,
    skipped: tests.filter((test) => test.result().state === 'skipped').map(reasonOf),
  };
}

/** Writes the counts of a run to the file XIEBAN_COUNTS names; `npm test` adds them up over all suites. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env['XIEBAN_COUNTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(countTests(modules, errors.length)));
  }
}
