import { spawn } from 'node:child_process';

/** One tool over the whole tree. The folders are named because linters that search for them also search node_modules. */
export type Step = { readonly name: string; readonly tool: string; readonly options: readonly string[] };

/** How a step ended: its exit code, all it printed, and how many seconds it took. */
export type StepResult = {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
};

const folders = ['shared', 'electron', 'renderer', 'tests', 'build'];

/** What `npm run check` asserts, the slowest first so that two at a time end early. */
export const steps: readonly Step[] = [
  { name: 'types', tool: 'tsc', options: ['--build'] },
  { name: 'lint', tool: 'oxlint', options: ['--type-aware', '--deny-warnings', ...folders, 'vitest.config.ts'] },
  { name: 'layers', tool: 'depcruise', options: ['--config', '.dependency-cruiser.mjs', ...folders] },
  { name: 'unused', tool: 'knip', options: ['--no-config-hints'] },
  { name: 'format', tool: 'biome', options: ['check', '--error-on-warnings', '.'] },
];

/** Runs one step. The tools are those of node_modules/.bin, which build/run.mjs puts on the path. */
export function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks: string[] = [];
    const child = spawn(step.tool, step.options, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const end = (ok: boolean): void => {
      resolve({ name: step.name, ok, output: chunks.join(''), seconds: (performance.now() - started) / 1000 });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', (error) => {
      chunks.push(error.message);
      end(false);
    });
    child.on('close', (code) => {
      end(code === 0);
    });
  });
}

/** Runs all steps, two at a time, and prints each as it ends, with its output when it failed. */
export async function runSteps(): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${result.name} (${result.seconds.toFixed(1)} s)`);
      if (!result.ok) console.log(result.output);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
