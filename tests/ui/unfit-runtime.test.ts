import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct } from './support/product-site.ts';

/** Makes Node lack what a runtime with another library of cryptography may lack, in every process started from now on. */
function takeAway(name: 'scryptSync' | 'diffieHellman'): void {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-runtime-'));
  const file = join(folder, 'lacks.cjs');
  writeFileSync(file, `require('node:crypto').${name} = undefined;\nrequire('node:module').syncBuiltinESMExports();\n`);
  vi.stubEnv('NODE_OPTIONS', `--require ${file}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
}

describeWith('chromium', 'a runtime that lacks something', (chromium) => {
  it.each([
    ['scryptSync', 'scrypt', true],
    ['diffieHellman', 'x25519', false],
  ] as const)('%s: the page names %s, and no data is made', async (missing, part, empty) => {
    takeAway(missing);
    const site = await openProduct(chromium, { empty });
    onTestFinished(() => site.close());
    const { page, ask, violations, problems } = await site.open('own');
    await page.getByRole('heading', { name: '数据没有打开' }).waitFor();
    await page.getByText(`其结果不正确（${part}）`).waitFor();
    expect(await violations()).toEqual([]);
    await expect(ask('dossier.list', {})).rejects.toThrow('session.crypto-unfit');
    await expect(
      ask('session.create', {
        ...{ office: 'qingpu-own' as never, name: '青浦区样例机构', region: '310118', side: 'both', person: '沈样文' },
        passphrase: 'one sentence that is long enough',
      }),
    ).rejects.toThrow('session.crypto-unfit');
    expect(readdirSync(site.data, { recursive: true })).toEqual([]);
    await press(page, /^再试一次$/);
    await page.getByText(`其结果不正确（${part}）`).waitFor();
    expect(problems).toEqual([]);
  });
});
