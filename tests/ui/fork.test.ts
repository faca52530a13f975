import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { forkedRequest } from './support/forked-request.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'a forked request in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('shows both signed entries side by side and what to do, and saves them as a proof by keyboard', async () => {
    const { page, ask, go, violations, problems } = await site.open('own');
    const { id, hashes } = await forkedRequest({ page, ask, go, violations, problems });
    expect(await ask('request.forks', { request: id })).toHaveLength(1);
    await go(`#/requests/${id}`);
    await page.getByRole('heading', { name: /^记录分叉/ }).waitFor();
    for (const [at, name] of ['先到，现在有效', '后到，作为证据保存'].entries()) {
      const side = page.getByRole('region', { name });
      await side.getByText('核对相符').waitFor();
      const said = (await side.locator('.fork-hash').textContent()) ?? '';
      expect(said.replaceAll(' ', '')).toBe(hashes[at]);
    }
    await page.getByText('可能有被复制的终端').waitFor();
    await page.getByText(/电话联系平望镇/).waitFor();
    expect(await violations()).toEqual([]);

    await press(page, /^保存证明文件…$/);
    const download = page.waitForEvent('download');
    await press(page, /^保存$/);
    const file = JSON.stringify(readFileSync(await (await download).path(), 'utf8'));
    for (const hash of hashes) expect(file).toContain(hash);
    expect(problems).toEqual([]);
  });
});
