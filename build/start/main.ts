import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildProcesses, buildRenderer } from '../bundle/build.ts';
import { follow } from '../follow.mjs';
import { openBrowser } from './browser.ts';
import { electronObstacle, getElectronBinary } from './electron-binary.ts';
import { readOptions, usage } from './options.ts';

/** Exit code of a program the loader could not start. */
const libraryMissing = 127;

const addressLine = /^Xieban: (http:\/\/\S+)/;

/** Opens the app in the browser host; answers its exit code once it has closed. */
async function startHost(options: readonly string[]): Promise<number> {
  await buildRenderer();
  const line = ['electron/host/main.ts', '--renderer', 'out/renderer', ...options];
  const host = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...line], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let opened = false;
  createInterface({ input: host.stdout }).on('line', (text) => {
    console.log(text);
    const address = addressLine.exec(text)?.[1];
    if (address === undefined || opened) return;
    opened = true;
    openBrowser(address);
  });
  return follow(host);
}

async function startElectron(path: string, options: readonly string[]): Promise<number> {
  await Promise.all([buildRenderer(), buildProcesses()]);
  return follow(spawn(path, ['.', ...options], { stdio: 'inherit' }));
}

async function start(line: readonly string[]): Promise<number> {
  const options = readOptions(line);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  if (options.browser) return startHost(options.app);
  const obstacle = electronObstacle();
  const binary = obstacle === undefined ? await getElectronBinary() : { missing: obstacle };
  if ('path' in binary) {
    const code = await startElectron(binary.path, options.app);
    if (code !== libraryMissing) return code;
  }
  const reason = 'path' in binary ? 'this system lacks libraries it needs' : binary.missing;
  const retry = obstacle === undefined && 'missing' in binary ? ' To try again: npx install-electron' : '';
  console.log(`Electron cannot be used (${reason}), so Xieban opens in the browser.${retry}`);
  return startHost(options.app);
}

process.exitCode = await start(process.argv.slice(2));
