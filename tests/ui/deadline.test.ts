import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** A limit that was extended by somebody on a paper, out of the sample. */
async function extended({ ask }: ProductPage) {
  const { rows } = await ask('deadline.list', { limit: 200 });
  for (const { due } of rows) {
    const explained = await ask('deadline.explain', { id: due.id });
    const event = explained.events.find((one) => one.type === 'EXTEND');
    if (event !== undefined && explained.dossier !== null) return { id: due.id, explained, event };
  }
  throw new Error('the sample has no extended limit');
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.className ?? '');
}

describeWith('chromium', 'deadlines that explain themselves in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('opens the strip of a date over the day by keyboard and gives the focus back to the date', async () => {
    const { page, violations, problems } = await site.open('own', { theme: 'dark' });
    const row = page.locator('.day-row', { has: page.locator('.due-button') }).first();
    const about = (await row.locator('a').first().textContent()) ?? '';
    await row.locator('.due-button').focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText(`期限说明：${about}`).waitFor();
    await sheet.getByText('届满日的变化').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await sheet.count()).toBe(0);
    expect(await focused(page)).toContain('due-button');
    expect(problems).toEqual([]);
  });

  it('says on the file itself who decided on an extension and on which paper', async () => {
    const product = await site.open('own');
    const { page, go, problems } = product;
    const { explained, event } = await extended(product);
    await go(`#/dossiers/${explained.dossier ?? ''}`);
    await press(page, /^为什么是/);
    await page.getByText(`${event.decidedBy} · ${event.paper}`).waitFor();
    expect(problems).toEqual([]);
  });

  it('prints the sheet of a deadline only after that was recorded', async () => {
    const product = await site.open('own');
    const { page, go, ask, violations, problems } = product;
    const { id, explained, event } = await extended(product);
    await go(`#/deadlines/${encodeURIComponent(id)}`);
    await page.getByRole('heading', { name: '期限计算说明' }).waitFor();
    expect(await page.getByText(`${event.decidedBy} · ${event.paper}`).count()).toBe(1);
    expect(await violations()).toEqual([]);
    const before = (await ask('audit.list', { limit: 1 })).total;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true');
    });
    await press(page, /^打印$/);
    await page.waitForSelector('body[data-printed]');
    const { total, rows } = await ask('audit.list', { limit: 1 });
    expect(total).toBe(before + 1);
    expect(rows[0]).toMatchObject({ act: 'audit.printed', about: explained.about });
    expect(problems).toEqual([]);
  });

  it('shows the calendar year by year, marks the one without a notice, and opens a rule in full', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { scale: 1.5 });
    const years = await ask('calendar.years', {});
    const provisional = years.find((year) => year.provisional);
    await go('#/settings/calendar');
    await press(page, new RegExp(`^${provisional?.year ?? 0} 年`));
    await page.getByText('放假安排尚未公布').waitFor();
    expect(await page.getByText('调休上班').first().isVisible()).toBe(true);
    expect(await violations()).toEqual([]);

    await go('#/settings/rules');
    await press(page, /^审限$/);
    const sheet = page.getByRole('dialog');
    await sheet.getByText('可以中止').waitFor();
    expect(await sheet.getByText('45 日', { exact: true }).count()).toBe(1);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await tabTo(page, /^审限$/, 1);
    expect(problems).toEqual([]);
  });

  it('says what to do when a deadline is not there', async () => {
    const { page, go, problems } = await site.open('own');
    await page.evaluate(() => {
      window.location.hash = '#/deadlines/nothing';
    });
    await page.getByRole('alert').getByText('没有找到这个期限').waitFor();
    await go('#/settings/rules');
    expect(problems).toEqual([]);
  });
});
