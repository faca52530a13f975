import { watch } from 'node:fs';
import { openBrowser } from '../start/browser.ts';
import { freePort } from './free-port.ts';
import { type DevHost, startDevHost } from './host-process.ts';
import { startDevServer } from './server.ts';

/** Editors write a file in several steps; the host restarts once they have been quiet for this many ms. */
const quiet = 200;

const hostPort = await freePort();
const options = [...process.argv.slice(2), '--port', String(hostPort)];
let host: DevHost = await startDevHost(options);
const server = await startDevServer(await freePort(), `http://127.0.0.1:${hostPort}`, () => host);
const address = server.resolvedUrls?.local[0] ?? '';
console.log(`Xieban, reloading as you save: ${address} (Ctrl+C ends it)`);
openBrowser(address);

let restarting = Promise.resolve();
async function restart(): Promise<void> {
  await host.stop();
  try {
    host = await startDevHost(options);
    server.ws.send({ type: 'full-reload' });
    console.log('The backend runs again with your change.');
  } catch (error) {
    console.error(`The backend does not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

let timer: NodeJS.Timeout | undefined;
const watchers = ['electron', 'shared'].map((folder) =>
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(restart);
    }, quiet);
  }),
);

async function stop(): Promise<void> {
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await restarting;
  await Promise.all([host.stop(), server.close()]);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0));
  });
}
