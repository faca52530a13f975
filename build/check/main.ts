import { runSteps } from './steps.ts';

const results = await runSteps();
const failed = results.filter((result) => !result.ok).map((result) => result.name);
console.log(failed.length === 0 ? 'check: all ok' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
