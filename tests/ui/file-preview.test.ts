import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { pdfBomb, pdfOf } from '../support/made-up-pdf.ts';
import { docx, ofd, paragraph, pngHead } from '../unit/reading/made-up-documents.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

type Given = { readonly name: string; readonly bytes: Uint8Array };

/** Opens the documents of a file and takes these in through the page's own field. */
async function withFiles({ page, go, ask }: ProductPage, files: readonly Given[]): Promise<void> {
  const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
  await go(`#/dossiers/${rows[0]?.id ?? ''}/files`);
  const buffers = files.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
  await page.locator('input[type=file]').setInputFiles(buffers);
  for (const { name } of files) await page.getByRole('rowheader', { name }).first().waitFor();
}

async function show(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `查看 ${name}` }).click();
  await page.locator('dialog[open]').waitFor();
}

async function hide(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** How many pixels of the drawn page are dark. */
function inked(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return -1;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return dark;
  });
}

describeWith('chromium', 'looking at files in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each(['light', 'dark'] as const)(
    'draws the pages of a PDF, finds in them and follows nothing (%s)',
    async (theme) => {
      const product = await site.open('own', { theme });
      const { page, violations, problems } = product;
      const name = `裁决书-${theme}.pdf`;
      const lines = Array.from({ length: 30 }, (_none, index) => ({
        latin: `Page ${index + 1} ${theme}`,
        chinese: index === 24 ? '工资' : '裁决书',
      }));
      await withFiles(product, [{ name, bytes: pdfOf(lines) }]);
      await show(page, name);
      await page.getByText('第 1 / 30 页').waitFor();
      await page.locator('[data-page="1"] .spoken', { hasText: '裁决书' }).waitFor({ state: 'attached' });
      expect(await inked(page, '[data-page="1"] canvas')).toBeGreaterThan(500);
      expect(await page.locator('.preview-page canvas').count()).toBeLessThan(8);
      expect(await page.locator('dialog[open] a, dialog[open] iframe, dialog[open] form [href]').count()).toBe(0);
      await page.getByRole('searchbox').fill('工 资');
      await page.keyboard.press('Enter');
      await page.getByText('第 1 处，共 1 页').waitFor();
      await page.getByText('第 25 / 30 页').waitFor();
      expect(await violations()).toEqual([]);
      await hide(page);
      expect(problems).toEqual([]);
    },
  );

  it('shows Word and OFD documents as text and tables', async () => {
    const product = await site.open('own');
    const { page, violations, problems } = product;
    const table = `<w:tbl><w:tr><w:tc>${paragraph('加班工资')}</w:tc><w:tc>${paragraph('8294.25')}</w:tc></w:tr></w:tbl>`;
    await withFiles(product, [
      { name: '申请书.docx', bytes: docx(`${paragraph('仲裁申请书', 'Heading1')}${table}`) },
      { name: '送达回证.ofd', bytes: ofd([[[10, '送达回证']], [[10, '第二页的字']]]) },
    ]);
    await show(page, '申请书.docx');
    await page.getByRole('cell', { name: '8294.25' }).waitFor();
    expect(await violations()).toEqual([]);
    await hide(page);
    await show(page, '送达回证.ofd');
    await page.getByText('第二页的字').waitFor();
    await hide(page);
    expect(problems).toEqual([]);
  });

  it('ends what hangs, refuses what promises too much, and goes on', async () => {
    const product = await site.open('own');
    const { page, problems } = product;
    await withFiles(product, [
      { name: '炸弹.pdf', bytes: pdfBomb() },
      { name: '巨图.png', bytes: pngHead(30_000, 30_000) },
      { name: '坏的.pdf', bytes: new TextEncoder().encode('%PDF-1.7 nothing of it') },
      { name: '坏的.docx', bytes: docx(paragraph('x')).slice(0, 150) },
    ]);
    for (const [name, words] of [
      ['巨图.png', '图片超过一亿像素'],
      ['坏的.pdf', '文件已损坏'],
      ['坏的.docx', '文件已损坏'],
    ] as const) {
      await show(page, name);
      await page.getByText(words).waitFor();
      await hide(page);
    }
    await show(page, '炸弹.pdf');
    await page.getByText('第 1 / 1 页').waitFor();
    await page.getByText('已停止读取').waitFor({ timeout: 60_000 });
    await hide(page);
    expect(problems).toEqual([]);
  });
});
