import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { type GalleryOptions, type GallerySite, openGallery } from './support/gallery-site.ts';

const exhibits = ['strip', 'list', 'form', 'request', 'letter', 'state'];

async function violations(page: Page): Promise<readonly string[]> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`);
}

/** By how many pixels the page or its frame is wider than its room; paper keeps its size and scrolls by itself. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Two frames: what measures itself draws again after the window has changed.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const main = document.querySelector('main');
    const frame = main === null ? 0 : main.scrollWidth - main.clientWidth;
    return Math.max(frame, document.documentElement.scrollWidth - window.innerWidth);
  });
}

describeWith('chromium', 'the interface kit in a browser', (chromium) => {
  let site: GallerySite;

  beforeAll(async () => {
    site = await openGallery(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  async function withPage(options: GalleryOptions, visit: (page: Page) => Promise<void>): Promise<void> {
    const { page, problems } = await site.open(options);
    await visit(page);
    await page.context().close();
    expect(problems).toEqual([]);
  }

  it.each(exhibits)('%s is accessible and never wider than the screen, zoomed and enlarged too', async (exhibit) => {
    for (const options of [
      { theme: 'light', lang: 'zh-CN' },
      { theme: 'dark', lang: 'en', scale: 1.5, size: 18 },
    ] as const) {
      await withPage({ exhibit, ...options }, async (page) => {
        expect(await violations(page)).toEqual([]);
        for (const width of [1920, 1366, 911]) {
          await page.setViewportSize({ width, height: 600 });
          expect(await overhang(page), `${width} pixels`).toBeLessThanOrEqual(0);
        }
      });
    }
  });

  it('moves through a list of 100 000 by keyboard and opens the row it is on', async () => {
    await withPage({ exhibit: 'list' }, async (page) => {
      const grid = page.getByRole('grid');
      await grid.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-opened="2"]');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-opened="99999"]');
      expect(await grid.getAttribute('aria-rowcount')).toBe('100001');
      const active = await grid.getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active ?? ''}"]`).getAttribute('aria-rowindex')).toBe('100001');
      expect(await page.locator('.list-row').count()).toBeLessThan(60);
    });
  });

  it('ignores keys of an input method that is composing', async () => {
    await withPage({ exhibit: 'state' }, async (page) => {
      await page.evaluate(() => {
        window.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true }),
        );
      });
      expect(await page.locator('dialog[open]').count()).toBe(0);
      await page.keyboard.press('Control+KeyK');
      await page.waitForSelector('dialog[open]');
    });
  });

  it('finds a file in the palette, runs it with Enter, and gives the focus back after Esc', async () => {
    await withPage({ exhibit: 'state' }, async (page) => {
      await page.getByRole('button', { name: '登记收件' }).focus();
      await page.keyboard.press('Control+KeyK');
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('登记收件');
      // A browser may close a dialog without asking; it must open again all the same.
      await page.keyboard.press('Control+KeyK');
      await page.locator('dialog[open]').evaluate((dialog) => (dialog as HTMLDialogElement).close());
      await page.locator('.palette-input').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+KeyK');
      await page.keyboard.type('118');
      await page.getByRole('option', { name: '118' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText('file 118').waitFor();
      expect(await page.locator('dialog[open]').count()).toBe(0);
    });
  });

  it('keeps what was typed when the page goes away, and brings it back', async () => {
    const { page, problems } = await site.open({ exhibit: 'form' });
    await page.getByLabel('姓名').fill('周某');
    await page.getByRole('textbox', { name: '收到日期' }).fill('3-5');
    await page.getByRole('textbox', { name: '收到日期' }).press('Tab');
    await page.reload();
    await page.getByText('已恢复上次没有提交的草稿').waitFor();
    expect(await page.getByLabel('姓名').inputValue()).toBe('周某');
    expect(await page.getByRole('textbox', { name: '收到日期' }).inputValue()).toBe('2026-03-05');
    await page.getByRole('button', { name: '清空重填' }).click();
    expect(await page.getByLabel('姓名').inputValue()).toBe('');
    await page.context().close();
    expect(problems).toEqual([]);
  });

  it('moves the focus to the first error, warns without blocking, and shows a refusal', async () => {
    await withPage({ exhibit: 'form' }, async (page) => {
      await page.getByLabel('身份证号').fill('110');
      await page.keyboard.press('Control+KeyS');
      await page.getByText('请填写姓名。').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.type('周某');
      await page.keyboard.press('Control+KeyS');
      await page.getByText('gallery.refused').waitFor();
      await page.getByText('校验码不符').waitFor();
    });
  });

  it('submits no date and no amount but the one on the screen', async () => {
    await withPage({ exhibit: 'form' }, async (page) => {
      await page.getByLabel('姓名').fill('周某');
      const day = page.getByRole('textbox', { name: '收到日期' });
      await day.fill('2026-03-05');
      await day.press('Tab');
      await day.fill('2026-02-30');
      await day.press('Tab');
      await page.getByText('不是存在的日期').waitFor();
      await page.getByRole('button', { name: '登记收件' }).click();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      expect(await violations(page)).toEqual([]);
      await day.fill('3-6');
      await page.keyboard.press('Control+KeyS');
      await page.getByText('gallery.refused').waitFor();
      expect(await day.inputValue()).toBe('2026-03-06');
      const amount = page.getByLabel('请求金额');
      await amount.fill('12');
      await amount.fill('12x00');
      await amount.press('Enter');
      await page.getByText('不是金额').waitFor();
      await page.getByText(/有 \d 处需要改正/).waitFor();
      expect(await page.getByText('gallery.refused').count()).toBe(0);
    });
  });

  it('picks a day from the month by keyboard alone', async () => {
    await withPage({ exhibit: 'form' }, async (page) => {
      const field = page.getByRole('textbox', { name: '收到日期' });
      await field.fill('20260131');
      await field.press('Alt+ArrowDown');
      await page.getByRole('grid', { name: '收到日期' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('PageDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe('2026-03-01');
    });
  });

  it('asks for a reason before it shows a number in full', async () => {
    await withPage({ exhibit: 'request' }, async (page) => {
      await page.getByRole('button', { name: '显示完整的身份证号' }).click();
      const act = page.getByRole('button', { name: '记录并显示' });
      expect(await act.isDisabled()).toBe(true);
      expect(await page.getByText('330421199001011234').count()).toBe(0);
      await page.getByLabel('查看原因').fill('核对身份');
      expect(await violations(page)).toEqual([]);
      await act.click();
      await page.getByText('330421199001011234').waitFor();
    });
  });

  it('prints on white paper with dark ink in the dark theme too, and goes back to it', async () => {
    await withPage({ exhibit: 'strip', theme: 'dark' }, async (page) => {
      await page.evaluate(() => {
        window.addEventListener('beforeprint', () => {
          document.title = getComputedStyle(document.body).color;
        });
      });
      await page.pdf();
      expect(await page.title()).toBe('rgb(27, 36, 48)');
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(232, 235, 240)');
    });
  });

  it('prints letters on A4 with page numbers, without the frame around them', async () => {
    await withPage({ exhibit: 'letter' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.frame-rail').isVisible()).toBe(false);
      expect(await page.locator('.print-bar').isVisible()).toBe(false);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page[^s]/g) ?? [];
      expect(pages.length).toBeGreaterThanOrEqual(5);
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((box) =>
        box[1]?.trim().split(/\s+/).map(Number),
      );
      for (const box of boxes) {
        expect(box?.[2]).toBeCloseTo(595, -0.5);
        expect(box?.[3]).toBeCloseTo(842, -0.5);
      }
    });
  });
});
