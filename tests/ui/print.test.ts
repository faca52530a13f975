import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const a4 = /\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/;

describeWith('chromium', 'papers of a request', (chromium) => {
  let site: ProductSite;
  let desk: ProductPage;
  let request = '';

  beforeAll(async () => {
    site = await openProduct(chromium);
    desk = await site.open('own');
    const { rows } = await desk.ask('request.list', { direction: 'out' });
    request = rows.find((row) => row.state === 'answered')?.id ?? '';
  });
  afterAll(async () => {
    await site.close();
  });

  it.each([
    ['commission', '关于委托调查取证的函'],
    ['reply', '关于委托调查取证的回函'],
    ['introduction', '介绍信'],
    ['course', '委托调查取证办理经过'],
  ])('%s comes out on A4 with its title, and nothing of the frame is on it', async (what, title) => {
    await desk.go(`#/requests/${request}/print/${what}`);
    const paper = desk.page.getByRole('article', { name: title });
    await paper.waitFor();
    expect(await desk.violations()).toEqual([]);
    const pdf = (await desk.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(a4);
    await desk.page.emulateMedia({ media: 'print' });
    expect(await desk.page.getByRole('navigation').count()).toBe(0);
    expect(await desk.page.locator('.print-bar').isVisible()).toBe(false);
    expect(await paper.isVisible()).toBe(true);
    await desk.page.emulateMedia({ media: 'screen' });
    expect(desk.problems).toEqual([]);
  });

  it('is written into the audit record before the system is asked to print', async () => {
    await desk.go(`#/requests/${request}/print/commission`);
    await desk.page.getByRole('article').waitFor();
    await desk.page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    const before = (await desk.ask('audit.list', {})).total;
    await desk.page.keyboard.press('Control+P');
    await desk.page.waitForFunction(() => document.title === 'printed');
    const after = await desk.ask('audit.list', {});
    expect(after.total).toBe(before + 1);
    expect(desk.problems).toEqual([]);
  });
});
