import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with an interface of one page. */
export function smallInterface(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><head></head><body></body></html>');
  return folder;
}

/** The browser host as the program a person starts. */
export type HostProcess = {
  readonly child: ChildProcess;
  /** The address it printed; rejects when it ends without one. */
  readonly address: Promise<string>;
  /** Its exit code and everything it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly printed: string }>;
};

const root = new URL('../../..', import.meta.url).pathname;

/** Starts it with `args`; whoever starts it ends it. */
export function startHostProcess(args: readonly string[]): HostProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'electron/host/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    const take = (part: Buffer): void => {
      printed += part.toString('utf8');
      const found = /^Xieban: (http:\/\/\S+)/m.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', () => reject(new Error(`ended without an address: ${printed}`)));
  });
  // A start that is expected to fail is awaited through `ended` alone.
  address.catch(() => undefined);
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, printed }));
  });
  return { child, address, ended };
}

/** Signs a browser in at an address; the answer calls a desk. */
export async function signIn(address: string) {
  const { origin } = new URL(address);
  const door = await fetch(address, { redirect: 'manual' });
  const cookies = door.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
  return async (desk: 'own' | 'partner', name: string, input: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}/${desk}/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie: cookies.join('; ') },
      body: JSON.stringify({ name, input }),
    });
    return answer.json();
  };
}
