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

  it('names department, credit code and the places of both offices, in Chinese whatever the page speaks, and tears no word', async () => {
    const { ask, go, page } = desk;
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id as never;
    const { letter } = await ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
    const items = letter.items.map((item) => ({ ...item, questions: '调取工资台账。' }));
    const partner = (await ask('partner.list', {}))[0]?.office as never;
    const lines = { department: '立案调解庭', toAddress: '苏州市吴江区某路 8 号' };
    const { uscc, address } = await ask('office.get', {});
    const { id } = await ask('paper.submit', { dossier, partner, letter: { ...letter, items, ...lines } });
    expect((await ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' })).letter).toMatchObject(lines);
    await ask('office.setSettings', { language: 'en' });
    await go(`#/requests/${id}/print/commission`);
    const paper = page.getByRole('article', { name: '关于委托调查取证的函' });
    await paper.waitFor();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    for (const text of ['承办部门：立案调解庭', '地址：苏州市吴江区某路 8 号', uscc, address]) {
      await expect.poll(() => paper.textContent()).toContain(text);
    }
    expect(await desk.violations()).toEqual([]);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) await page.screenshot({ path: `${shots}/letter-en.png`, fullPage: true });
    // However narrow the heading is, 人力资源 stays on one line.
    for (const width of ['14em', '9em', '6em']) {
      const torn = await page.locator('.letter-issuer').evaluate((heading, wide) => {
        heading.style.width = wide;
        const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          const at = (node.textContent ?? '').indexOf('人力资源');
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 4);
          const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top)));
          return lines.size;
        }
        return 0;
      }, width);
      expect(torn).toBe(1);
    }
    await ask('office.setSettings', { language: 'zh-CN' });
    expect(desk.problems).toEqual([]);
  });
});
