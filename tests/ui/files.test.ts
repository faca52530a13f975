import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { pdfOf } from '../support/made-up-pdf.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

async function openFiles({ page, go, ask }: ProductPage, place: number): Promise<string> {
  const { rows } = await ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
  const id = rows[place]?.id ?? '';
  await go(`#/dossiers/${id}/files`);
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  return id;
}

async function take(page: Page, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  const given = files.map(([name, bytes]) => ({ name, mimeType: 'x/y', buffer: Buffer.from(bytes) }));
  await page.locator('input[type=file]').setInputFiles(given);
  for (const [name] of files) await page.getByRole('rowheader', { name }).first().waitFor();
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describeWith('chromium', 'documents of a dossier in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each([
    { theme: 'light', place: 0 },
    { theme: 'dark', place: 1 },
  ] as const)('shows small pictures, pages and versions, accessible and inside the screen ($theme)', async (look) => {
    const product = await site.open('own', look);
    const { page, violations, problems } = product;
    await openFiles(product, look.place);
    await take(page, [
      [`裁决书-${look.theme}.pdf`, pdfOf([{ latin: look.theme, chinese: '裁决书' }])],
      [`笔录-${look.theme}.txt`, text(look.theme)],
    ]);
    await page.locator('img.file-thumbnail').first().waitFor();
    await take(page, [[`笔录-${look.theme}.txt`, text(`${look.theme} again`)]]);
    await page.getByText('已存为第 2 版').waitFor();
    await page.getByRole('button', { name: `笔录-${look.theme}.txt 的详情` }).click();
    await page.getByText('第 1 版').waitFor();
    expect(await page.locator('.file-hash').count()).toBe(2);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await violations()).toEqual([]);
    const over = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });

  it('puts documents in order, renames and moves them by keyboard alone', async () => {
    const product = await site.open('own');
    const { page, ask, problems } = product;
    const dossier = await openFiles(product, 2);
    await take(page, [
      ['甲.txt', text('a')],
      ['乙.txt', text('b')],
    ]);
    const names = async () => (await ask('dossier.get', { dossier: dossier as never })).files.map(({ name }) => name);
    const before = await names();
    await page.getByRole('button', { name: '上移 乙.txt' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(names, { timeout: 30_000 })
      .toEqual([...before.filter((name) => name !== '乙.txt' && name !== '甲.txt'), '乙.txt', '甲.txt']);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), { timeout: 30_000 })
      .toBe('上移 乙.txt');
    await page.getByRole('button', { name: '乙.txt 的详情' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('名称', { exact: true }).fill('证据二.txt');
    await page.getByLabel('卷别').selectOption('sub');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '保存修改' }).press('Enter');
    await page.getByRole('table', { name: /副卷/ }).getByRole('rowheader', { name: '证据二.txt' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('takes in what is pasted: a picture gets the moment as its name', async () => {
    const product = await site.open('own');
    const { page, problems } = product;
    await openFiles(product, 3);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array([1, 2, 3])], 'image.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole('rowheader', { name: /^粘贴图片 \d{4}-\d{2}-\d{2} \d{6}\.png/ }).waitFor();
    expect(problems).toEqual([]);
  });
});
