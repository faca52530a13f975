// Every npm script comes through here: plain JavaScript for Node 18, so that it works in a fresh clone.
// It installs what is missing and runs the command under Node 24.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { follow } from './follow.mjs';
import { installIfStale } from './install.mjs';
import { findNode24 } from './node24.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = {
  start: 'build/start/main.ts',
  dev: 'build/dev/main.ts',
  test: 'build/test/main.ts',
  check: 'build/check/main.ts',
  verify: 'build/verify/main.ts',
  'package:check': 'build/package/check.ts',
  demo: 'tests/demo/main.ts',
  sim: 'tests/simulation/main.ts',
  fuzz: 'tests/security/fuzz/main.ts',
  bench: 'tests/bench/main.ts',
};

/** @param {readonly string[]} line @returns {Promise<number>} */
async function run([command, ...rest]) {
  const script = Object.entries(commands).find(([name]) => name === command)?.[1];
  if (script === undefined || !existsSync(join(root, script))) {
    console.error(`Usage: node build/run.mjs ${Object.keys(commands).join('|')} [options]`);
    return 2;
  }
  await installIfStale(root);
  const node = findNode24(root);
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const options = ['--disable-warning=ExperimentalWarning', join(root, script), ...rest];
  const child = spawn(node, options, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  return follow(child, 25_000);
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
