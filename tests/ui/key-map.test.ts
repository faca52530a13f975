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
    const sheet = page.locator('dialog[open].key-map-sheet .sheet-body');
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

  it('are printed on one sheet with those of lists and dialogs, and nothing of the page is on it', async () => {
    const { page, go, violations, problems } = await site.open('own');
    await go('#/dossiers');
    await page.locator('.list-row').first().waitFor();
    await page.keyboard.press('F1');
    const sheet = page.locator('dialog[open].key-map-sheet');
    await sheet.waitFor();
    for (const row of [
      /↑\s*↓\s*选上一行、下一行/,
      /PageUp\s*PageDown\s*上翻/,
      /Home\s*End\s*到第一行/,
      /Enter\s*打开选中/,
    ]) {
      expect(await sheet.innerText()).toMatch(row);
    }
    expect(await violations()).toEqual([]);
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await page.getByRole('button', { name: '打印', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.title === 'printed');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    for (const part of await page.locator('.key-map').all()) expect(await part.isVisible()).toBe(true);
    await page.setViewportSize({ width: 718, height: 1046 });
    const last = await page.locator('.key-map').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 1046)).toBeLessThan(1046);
    expect(await page.locator('main h1').isVisible()).toBe(false);
    expect(await page.locator('.list-row').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
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
      await page.locator('dialog[open].key-map-sheet .sheet-body').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    expect(problems).toEqual([]);
  });
});
