import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the keys of a page', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are listed by F1 as the page has them, and Esc closes the list', async () => {
    const { page, go, violations, problems } = await site.open('own');
    await page.locator('.day-row').first().waitFor();
    await page.keyboard.press('F1');
    const sheet = page.locator('dialog[open] .key-map');
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/Alt 2[\s\S]*案卷/);
    expect(await sheet.innerText()).not.toContain('Ctrl F');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await go('#/dossiers');
    await page.locator('.list-row').first().waitFor();
    await page.keyboard.press('F1');
    await sheet.waitFor();
    expect(await sheet.innerText()).toContain('Ctrl F');
    expect(problems).toEqual([]);
  });

  it('run a command found by its name in the other language or by how it sounds', async () => {
    const { page, problems } = await site.open('own');
    await page.locator('.day-row').first().waitFor();
    for (const typed of ['jpyl', 'Keys', '键盘']) {
      await page.keyboard.press('Control+K');
      await page.keyboard.type(typed);
      await page.getByRole('option', { name: /键盘一览/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('dialog[open] .key-map').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    expect(problems).toEqual([]);
  });
});
