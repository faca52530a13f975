import { runSteps } from '../check/steps.ts';
import { describeMachine, prepareMachine } from './machine.ts';
import { runSuite, suiteNames } from './suites.ts';

prepareMachine();
console.log(describeMachine());

const checks = await runSteps();
let passed = checks.filter((check) => check.ok).length;
let failed = checks.length - passed;
const skipped: string[] = [];
for (const name of suiteNames) {
  const started = performance.now();
  const counts = await runSuite(name);
  passed += counts.passed;
  failed += counts.failed;
  skipped.push(...counts.skipped);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped (${seconds} s)`,
  );
}
for (const [reason, tests] of Map.groupBy(skipped, (text) => text)) console.log(`skipped: ${reason} (${tests.length})`);
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
