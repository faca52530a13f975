import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { buildRenderer } from '../../build/bundle/build.ts';
import { startHostProcess } from '../security/support/host-process.ts';
import { describeWith } from '../support/describe-with.ts';
import { type OwnBrowser, startOwnBrowser } from './support/own-browser.ts';

/** The program behind the pages and a browser before it, each a process of its own, on data and a profile that stay. */
async function started(chromium: string, data: string, profile: string) {
  const host = startHostProcess(['--data', data, '--renderer', 'out/renderer', '--sample']);
  onTestFinished(() => void host.child.kill('SIGKILL'));
  const own: OwnBrowser = await startOwnBrowser(chromium, profile);
  const address = await host.address;
  const page = own.browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('a browser begins with a window');
  await page.goto(address);
  const origin = new URL(address).origin;
  return {
    page,
    go: async (hash: string) => {
      await page.goto(`${origin}/own/${hash}`);
      await page.waitForSelector('main h1');
    },
    killBoth: async () => {
      host.child.kill('SIGKILL');
      await Promise.all([own.kill(), host.ended]);
    },
  };
}

const facts = (page: Page) => page.getByLabel('事实和理由摘要');

describeWith('chromium', 'the power goes while somebody types', (chromium) => {
  it('and a form is found again as it stood two seconds before, though backend and window were killed together', async () => {
    await buildRenderer();
    const [data, profile] = [mkdtempSync(join(tmpdir(), 'xieban-cut-')), mkdtempSync(join(tmpdir(), 'xieban-window-'))];
    const before = await started(chromium, data, profile);
    await before.go('#/dossiers/new');
    await facts(before.page).focus();
    // A key every hundred milliseconds at the slowest machine's pace: never the pause after which a form is saved.
    const typed = Array.from({ length: 80 }, (_, at) => String(at % 10)).join('');
    await before.page.keyboard.type(typed, { delay: 100 });
    await before.killBoth();

    const after = await started(chromium, data, profile);
    try {
      await after.go('#/dossiers/new');
      await after.page.getByText('已恢复').waitFor();
      const found = await facts(after.page).inputValue();
      expect(typed.startsWith(found)).toBe(true);
      expect(found.length).toBeGreaterThan(typed.length / 2);
    } finally {
      await after.killBoth();
    }
  });
});
