import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the registers in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('shows each book as it comes out on paper across, reached by keyboard', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    await go('#/dossiers');
    await page.locator('.list-row').first().waitFor();
    await press(page, /^登记簿$/);
    await page.getByRole('heading', { name: '登记簿', level: 1, exact: true }).waitFor();
    // The sample lies around the day it is made on.
    const year = new Date().getFullYear();
    for (const book of ['received', 'accepted', 'closed'] as const) {
      const { rows, total } = await ask('register.list', { book, year, limit: 200 });
      await go(`#/dossiers/registers?book=${book}&year=${year}`);
      await expect.poll(() => page.locator('.paper.register tbody tr').count()).toBe(total);
      await page
        .getByRole('cell', { name: rows[0]?.number ?? '', exact: true })
        .first()
        .waitFor();
      expect(await violations(), book).toEqual([]);
      const folder = process.env['LOOK_FOLDER'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/register-${book}.png` });
    }
    await go(`#/dossiers/registers?book=received&year=${year}`);
    await page.locator('.paper.register').waitFor();
    const sheet = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width = 0, height = 0] = (/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet) ?? []).map(Number);
    expect(width).toBeGreaterThan(height);
    expect(problems).toEqual([]);
  });
});
