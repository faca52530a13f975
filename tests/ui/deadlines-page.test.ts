import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

describeWith('chromium', 'the section of deadlines in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each([
    ['light', 1366, 768, 1],
    ['dark', 1920, 1080, 1],
    ['light', 1366, 768, 1.5],
  ] as const)('shows month, week and list without a fault: %s %i', async (theme, width, height, scale) => {
    const { page, go, ask, violations, problems } = await site.open('own', { theme, width, height, scale });
    await go('#/deadlines');
    await page.getByRole('heading', { name: '期限', exact: true }).waitFor();
    const { rows } = await ask('deadline.list', {});
    expect(rows.length).toBeGreaterThan(0);
    for (const view of ['月', '周', '列表']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await page
        .locator(view === '列表' ? '.list-row' : '.due-day')
        .first()
        .waitFor();
      expect(await violations()).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(tooWide).toBe(false);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/due-${view}-${theme}-${width}-${scale}.png` });
    }
    expect(problems).toEqual([]);
  });

  it('goes by keyboard from a day to its list and into the strip of a limit', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const first = (await ask('deadline.list', {})).rows[0];
    const day = first?.due.due ?? '';
    await go(`#/deadlines?day=${day}`);
    const number = page.locator(`[data-day="${day}"]`);
    await number.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((left) => document.activeElement?.getAttribute('data-day') !== left, day);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((back) => document.activeElement?.getAttribute('data-day') === back, day);
    await page.keyboard.press('Enter');
    await page.locator('.list-row').first().waitFor();
    const { total } = await ask('deadline.list', { from: day as never, to: day as never });
    await expect.poll(() => page.locator('.list-row').count()).toBe(total);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('届满日的变化').waitFor();
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  });

  it('says so when a filter leaves nothing, and keeps the filter in the address', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/deadlines?view=list&rule=LSI.SUIT');
    await page.getByText('没有这样的期限').waitFor();
    expect(problems).toEqual([]);
  });

  it('begins a limit on a file by form', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';
    await go(`#/dossiers/${dossier}?act=clock.start`);
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox').first().click();
    await page.keyboard.type('ARB.RECUSE_DECIDE');
    await page.keyboard.press('Enter');
    await sheet.getByText('提出回避申请的次日起').waitFor();
    expect(await violations()).toEqual([]);
    await sheet.getByRole('button', { name: '增加期限' }).click();
    await sheet.waitFor({ state: 'detached' });
    const { deadlines } = await ask('dossier.get', { dossier: dossier as never });
    expect(deadlines.map(({ ruleId }) => ruleId)).toContain('ARB.RECUSE_DECIDE');
    expect(problems).toEqual([]);
  });

  it('prints every clock of a file on A4 with who decided and on which paper, after that was recorded', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';
    const { limits, about } = await ask('deadline.file', { dossier: dossier as never });
    await go(`#/deadlines/file/${dossier}`);
    const paper = page.getByRole('article', { name: '本案期限计算书' });
    await paper.waitFor();
    expect(await paper.locator('.strip').count()).toBe(limits.length);
    expect(await paper.textContent()).toContain(about);
    for (const { deadline, events } of limits) {
      for (const text of [deadline.rule.name.zh, deadline.calendar, ...events.map((event) => event.paper)]) {
        expect(await paper.textContent()).toContain(text);
      }
    }
    expect(await violations()).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/due-print.png`, fullPage: true });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    const before = (await ask('audit.list', { limit: 1 })).total;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true');
    });
    await page.keyboard.press('Control+P');
    await page.waitForSelector('body[data-printed]');
    expect((await ask('audit.list', { limit: 1 })).total).toBe(before + 1);
    expect(problems).toEqual([]);
  });
});
