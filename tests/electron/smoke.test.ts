import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { buildProcesses, buildRenderer } from '../../build/bundle/build.ts';
import { describeWith } from '../support/describe-with.ts';

const root = resolve(import.meta.dirname, '../..');

/** The one place where the real Electron runs: set ELECTRON_BIN to its binary on a machine that has one. */
describeWith('electron', 'the app in Electron itself', (executablePath) => {
  test('opens its own page in a sandbox, with two functions and no network', async () => {
    await buildRenderer();
    await buildProcesses();
    const data = mkdtempSync(join(tmpdir(), 'xieban-electron-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const { ELECTRON_OVERRIDE_DIST_PATH: _stopper, ...env } = process.env;
    const app = await _electron.launch({
      executablePath,
      args: [root, '--data', data],
      env: { ...env, NODE_ENV: 'test' },
    });
    onTestFinished(() => app.close());
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:\/\//);
    const seen = await page.evaluate(async () => ({
      bridge: Object.keys(Object(Reflect.get(globalThis, 'xieban'))).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      network: await fetch('https://example.org/').then(
        () => 'open',
        () => 'shut',
      ),
    }));
    expect(seen).toEqual({ bridge: ['invoke', 'onChanged'], node: [], network: 'shut' });
  });
});
