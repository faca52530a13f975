import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { pdfOf } from '../support/made-up-pdf.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const pages = (count: number): Uint8Array =>
  pdfOf(Array.from({ length: count }, (_none, at) => ({ latin: `Page ${at + 1} of ${count}`, chinese: '工资' })));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file of this name on the disk, each in a folder of its own. */
function onDisk(name: string, bytes: Uint8Array): string {
  const folder = join(tempFolder(), 'dropped');
  mkdirSync(folder);
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** Drags a file from the desktop onto the middle of an element and lets it go there, as the browser itself is told. */
async function drop(page: Page, selector: string, file: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`nothing to drop on: ${selector}`);
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

describeWith('chromium', 'files dropped on the documents of a dossier', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are drawn small in the list; one of the same name is the next version, with hash and pages of its own', async () => {
    const { page, go, ask, problems, violations } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
    const dossier = rows[0]?.id;
    if (dossier === undefined) throw new Error('no file');
    await go(`#/dossiers/${dossier}/files`);
    const [first, second] = [pages(2), pages(5)];
    await page.locator('.file-drop').waitFor();
    await drop(page, '.file-drop', onDisk('裁决书.pdf', first));
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '裁决书.pdf' }) });
    await row.locator('img.file-thumbnail').waitFor();
    await row.getByRole('cell', { name: '2', exact: true }).waitFor();
    await drop(page, '.file-drop', onDisk('裁决书.pdf', second));
    await page.getByRole('rowheader', { name: '裁决书.pdf 第 2 版' }).waitFor();
    await row.locator('img.file-thumbnail').waitFor();
    await row.getByRole('cell', { name: '5', exact: true }).waitFor();
    await page
      .locator('caption.file-volume')
      .filter({ hasText: /共 \d+ 页/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '裁决书.pdf 的详情' }).click();
    const versions = page.locator('dialog[open] .file-version');
    await versions.nth(1).waitFor();
    expect(await versions.locator('.file-hash').allTextContents()).toEqual([hashOf(second), hashOf(first)]);
    expect(await versions.locator('dt:has-text("页数") + dd').allTextContents()).toEqual(['5', '2']);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('beside the box are refused, and the page stays', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
    await go(`#/dossiers/${rows[1]?.id}/files`);
    await page.locator('.file-drop').waitFor();
    await page.evaluate(() => {
      // Comes after the page's own: whatever is still allowed by then, the browser does itself and opens the file.
      window.addEventListener('dragover', (event) => {
        document.body.dataset['dropped'] = `${event.defaultPrevented} ${event.dataTransfer?.dropEffect}`;
      });
    });
    const before = page.url();
    const file = onDisk('旁边.txt', new TextEncoder().encode('made up'));
    for (const beside of ['h1', 'nav']) {
      await drop(page, beside, file);
      expect(await page.evaluate(() => document.body.dataset['dropped'])).toBe('true none');
    }
    expect(page.url()).toBe(before);
    expect(page.context().pages()).toHaveLength(1);
    expect(await page.getByRole('rowheader', { name: '旁边.txt' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
