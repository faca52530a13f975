import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'a page whose backend is gone', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('says so on the whole page, refuses to save, keeps what is typed, and goes on by itself', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';
    await go(`#/requests/new/${dossier}`);
    await page.getByRole('form').waitFor();
    await fill(page, /^调查提纲/, '断开之前写下的内容。');
    await page.getByText(/草稿已存/).waitFor();
    await page.locator('.frame-top .dot.heard').waitFor();
    expect(problems).toEqual([]);

    await site.kill();
    const banner = page.locator('.connection-lost').getByRole('alert');
    await banner.waitFor({ timeout: 15_000 });
    expect(await page.locator('.frame-top .dot.heard').count()).toBe(0);
    await page.keyboard.type('断开之后又写了一句。');
    await page.getByText('草稿没有存下').waitFor();
    await page.locator('main').evaluate((main) => {
      main.scrollTop = main.scrollHeight;
    });
    expect(await banner.isVisible()).toBe(true);
    const box = await banner.boundingBox();
    expect((box?.y ?? -1) >= 0 && (box?.y ?? 768) < 200).toBe(true);
    expect(await violations()).toEqual([]);
    await page.screenshot({ path: `${process.env['SHOTS'] ?? '/tmp'}/server-gone.png` });
    await page.keyboard.press('Control+S');
    await page.getByRole('alert').filter({ hasText: '没有写入任何内容' }).first().waitFor();

    expect(await banner.textContent()).toContain('与后台的联系中断');

    const address = await site.startAgain();
    await banner.filter({ hasText: '后台已重新启动' }).waitFor({ timeout: 15_000 });
    const door = await page.context().newPage();
    await door.goto(address);
    await door.close();
    await banner.waitFor({ state: 'detached', timeout: 15_000 });
    const typed = '断开之前写下的内容。断开之后又写了一句。';
    await page.getByText(/草稿已存/).waitFor();
    expect((await ask('draft.get', { key: `request.new:${dossier}` }))?.text).toContain(typed);
    expect(
      await page
        .getByLabel(/^调查提纲/)
        .first()
        .inputValue(),
    ).toBe(typed);
    await page.locator('.frame-top .dot.heard').waitFor();
    const errors = problems.filter((problem) => !/net::ERR_|401|EventSource|MIME/.test(problem));
    expect(errors).toEqual([]);
  });
});
