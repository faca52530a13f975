import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A running browser host: the cookies its one-time token was exchanged for, and how to end it. */
export type DevHost = { readonly cookie: string; readonly stop: () => Promise<void> };

const addressLine = /^Xieban: (http:\/\/\S+)/;

function firstAddress(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    host.on('error', reject);
    host.on('exit', (code) => reject(new Error(`the host ended with code ${String(code)}`)));
    if (host.stdout === null) return;
    createInterface({ input: host.stdout }).on('line', (text) => {
      const address = addressLine.exec(text)?.[1];
      if (address === undefined) console.log(text);
      else resolve(address);
    });
  });
}

/** Starts the host from its sources and exchanges its token, so that the page needs none while developing. */
export async function startDevHost(options: readonly string[]): Promise<DevHost> {
  const line = ['--disable-warning=ExperimentalWarning', 'electron/host/main.ts', '--renderer', 'renderer', ...options];
  const host = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'inherit'] });
  const answer = await fetch(await firstAddress(host), { redirect: 'manual' });
  const cookies = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
  return {
    cookie: cookies.join('; '),
    stop: async () => {
      if (host.exitCode !== null || host.signalCode !== null) return;
      const ended = once(host, 'exit');
      host.kill('SIGINT');
      await ended;
    },
  };
}
