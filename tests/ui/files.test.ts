import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

async function openFiles({ page, go, ask }: ProductPage, place: number): Promise<string> {
  const { rows } = await ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
  const id = rows[place]?.id ?? '';
  await go(`#/dossiers/${id}/files`);
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  return id;
}

describeWith('chromium', 'documents of a dossier in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
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

  it('puts what the scanner wrote on the file, and moves it aside', async () => {
    const product = await site.open('own');
    const { page, go, problems, violations } = product;
    const folder = tempFolder();
    await go('#/settings/scanner');
    await fill(page, /^文件夹/, join(folder, '没有'));
    await page.keyboard.press('Control+S');
    await page.getByText('没有这个文件夹').first().waitFor();
    await fill(page, /^文件夹/, folder);
    await page.keyboard.press('Control+S');
    await page.getByText('已保存。').waitFor();
    writeFileSync(join(folder, '扫描0001.txt'), '样例扫描件');
    await openFiles(product, 2);
    await page.getByRole('button', { name: '存入 扫描0001.txt' }).waitFor();
    await press(page, /^存入 扫描0001.txt/);
    await page.getByRole('rowheader', { name: '扫描0001.txt' }).waitFor();
    await page.getByText('原文件已移到 已存入').waitFor();
    expect(readdirSync(folder)).toEqual(['已存入']);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
