import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { type GalleryOptions, type GallerySite, openGallery } from './support/gallery-site.ts';

/** Pastes a text, as a clerk does from another program: in one piece, whatever its length. */
async function paste(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name }).focus();
  await page.keyboard.insertText(text);
}

/** The top of the button every form ends with, in pixels of the page. */
function buttonTop(page: Page): Promise<number> {
  return page.getByRole('button', { name: '登记收件' }).evaluate((button) => button.getBoundingClientRect().top);
}

describeWith('chromium', 'the fields of the kit', (chromium) => {
  let site: GallerySite;

  beforeAll(async () => {
    site = await openGallery(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  async function withForm(options: Partial<GalleryOptions>, visit: (page: Page) => Promise<void>): Promise<void> {
    const { page, problems } = await site.open({ exhibit: 'form', ...options });
    await visit(page);
    await page.context().close();
    expect(problems).toEqual([]);
  }

  it('take a text of any length whole, say by how much it is too long, and keep it in the draft', async () => {
    await withForm({}, async (page) => {
      const [name, prose] = ['名'.repeat(201), '长'.repeat(20_345)];
      await paste(page, '姓名', name);
      await paste(page, '事实与理由', prose);
      const value = (label: string) => page.getByRole('textbox', { name: label }).inputValue();
      expect([await value('姓名'), await value('事实与理由')]).toEqual([name, prose]);
      await page.getByText('超出 1 个字，最多 200 个字').waitFor();
      await page.getByText('超出 345 个字，最多 20000 个字').waitFor();
      await page.keyboard.press('Control+S');
      await page.getByText('有 2 处需要改正').waitFor();
      expect(await page.getByText('gallery.refused').count()).toBe(0);
      await page.reload();
      await page.getByText('已恢复上次没有提交的草稿').waitFor();
      expect([await value('姓名'), await value('事实与理由')]).toEqual([name, prose]);
      await page.getByRole('textbox', { name: '姓名' }).fill(name.slice(1));
      await page.getByRole('textbox', { name: '事实与理由' }).fill('短');
      await page.keyboard.press('Control+S');
      await page.getByText('gallery.refused').waitFor();
    });
  });

  it('keep a text that is no date or amount yet in the draft, and submit nothing in its place', async () => {
    await withForm({}, async (page) => {
      const day = page.getByRole('textbox', { name: '收到日期' });
      const amount = page.getByRole('textbox', { name: '请求金额' });
      await page.getByRole('textbox', { name: '姓名' }).fill('周某');
      await day.fill('2026-03-05');
      await day.press('Tab');
      await day.fill('三月五日前后');
      await amount.fill('12x00');
      await amount.press('Tab');
      await page.reload();
      await page.getByText('已恢复上次没有提交的草稿').waitFor();
      expect([await day.inputValue(), await amount.inputValue()]).toEqual(['三月五日前后', '12x00']);
      await page.keyboard.press('Control+S');
      await page.getByText('有 2 处需要改正').waitFor();
      expect(await page.getByText('gallery.refused').count()).toBe(0);
      await day.fill('3-6');
      await amount.fill('12.5');
      await page.keyboard.press('Control+S');
      await page.getByText('gallery.refused').waitFor();
      expect([await day.inputValue(), await amount.inputValue()]).toEqual(['2026-03-06', '12.50']);
    });
  });

  it.each([
    { lang: 'zh-CN', width: 1366 },
    { lang: 'en', width: 700 },
  ])('never move the button a click is aimed at ($lang, $width pixels)', async ({ lang, width }) => {
    await withForm({ lang, width, height: 1200 }, async (page) => {
      const day = page.getByRole('textbox', { name: '收到日期' });
      const button = page.getByRole('button', { name: '登记收件' });
      await page.getByRole('textbox', { name: '姓名' }).fill('周某');
      // The weekday appears, and a text that is no date gets its sentence: both when the field is left by the click.
      const before = await buttonTop(page);
      await day.fill('3-5');
      await button.hover();
      await page.mouse.down();
      expect(await buttonTop(page)).toBe(before);
      await page.mouse.up();
      await page.getByText('gallery.refused').waitFor();
      await day.fill('2026-02-30');
      const aimed = await buttonTop(page);
      await button.hover();
      await page.mouse.down();
      expect(await buttonTop(page)).toBe(aimed);
      await page.mouse.up();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    });
  });

  it('say what is wrong to those who listen, and take it back when it is corrected', async () => {
    await withForm({}, async (page) => {
      const spoken = page.locator('.spoken[aria-live="assertive"]');
      await page.keyboard.press('Control+S');
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      expect(await spoken.textContent()).toBe('有 1 处需要改正');
      await page.keyboard.type('周');
      await page.waitForFunction(() => document.querySelector('.spoken[aria-live="assertive"]')?.textContent === '');
    });
  });

  it.each([
    ['zh-CN', '清除'],
    ['en', 'Clear'],
  ])('name choices by words and the clear button in the language of the page (%s)', async (lang, clear) => {
    await withForm({ lang }, async (page) => {
      await page.getByRole('combobox', { name: '案由' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: '工伤保险待遇' }).waitFor({ state: 'attached' });
      expect(await page.getByRole('listbox').textContent()).not.toMatch(/pay|injury/);
      await page.keyboard.type('gsbx');
      await page.keyboard.press('Enter');
      await page.locator('.ant-select-content-has-value', { hasText: '工伤保险待遇' }).waitFor();
      expect(await page.locator('.ant-select-clear').getAttribute('aria-label')).toBe(clear);
    });
  });
});
