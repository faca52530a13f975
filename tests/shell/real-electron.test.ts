import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Bridge } from '#shared/contract/client.ts';
import { buildProcesses, buildRenderer } from '../../build/bundle/build.ts';
import { describeWith } from '../support/describe-with.ts';

describeWith('electron', 'the shell in real Electron', (executablePath) => {
  it('opens its page, answers a call and keeps Node out', { timeout: 120_000 }, async () => {
    await buildRenderer();
    await buildProcesses();
    const data = mkdtempSync(join(tmpdir(), 'xieban-electron-'));
    const app = await _electron.launch({ executablePath, args: ['.', '--data', data, '--lang', 'en'] });
    try {
      const page = await app.firstWindow();
      await page.waitForLoadState('domcontentloaded');
      expect(page.url()).toBe('app://xieban/own/?lang=en');
      const seen = await page.evaluate(async () => {
        const { xieban } = window as Window & { readonly xieban?: Bridge };
        return {
          names: Object.keys(xieban ?? {}).sort(),
          node: 'require' in window || 'process' in window,
          status: await xieban?.invoke('session.status', {}),
        };
      });
      expect(seen.names).toEqual(['invoke', 'onChanged']);
      expect(seen.node).toBe(false);
      expect(seen.status).toMatchObject({ ok: true, value: { state: 'empty' } });
    } finally {
      await app.close();
    }
  });
});
