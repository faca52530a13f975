import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** A browser as a person has it: with a profile that stays when it is gone, and as a process that can be killed. */
export type OwnBrowser = {
  readonly browser: Browser;
  /** Ends it as a power cut of its process would, without a word to the pages. */
  readonly kill: () => Promise<void>;
};

async function portIn(file: string): Promise<string> {
  for (;;) {
    const [port = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port !== '') return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts Chromium on a profile folder; it ends with the test at the latest. */
export async function startOwnBrowser(chromiumPath: string, profile: string): Promise<OwnBrowser> {
  // Left by one that was killed on the same profile, it names a port that nobody listens on.
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    chromiumPath,
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--lang=zh-CN'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    { stdio: 'ignore' },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(portFile)}`);
  return {
    browser,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
