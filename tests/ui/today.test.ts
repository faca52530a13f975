import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the day in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each([
    { theme: 'light', scale: 1 },
    { theme: 'dark', scale: 1.5 },
  ] as const)('is accessible and never wider than the screen ($theme, scaled by $scale)', async (look) => {
    const { page, violations, problems } = await site.open('own', look);
    await page.locator('.day-row').first().waitFor();
    expect(await violations()).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });

  it('shows every item of the day, explains its date and leads to its page', async () => {
    const { page, ask, problems } = await site.open('own');
    const day = await ask('today.get', {});
    const lists = [
      day.overdue,
      day.dueToday,
      day.dueThisWeek,
      day.toResume,
      day.arrived,
      day.waitingForUs,
      day.inApproval,
    ];
    await page.locator('.day-row').first().waitFor();
    expect(await page.locator('.day-row').count()).toBe(lists.flat().length);

    await page.locator('.day-row .due-button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open] .strip').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('due-button');

    const first = lists.flat().find((item) => item.about === 'dossier');
    await page
      .getByRole('link', { name: first?.number ?? '', exact: true })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first?.number ?? '' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('leads from a draft left open straight back into its form', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { status: 'received' } });
    await go(`#/dossiers/${rows[0]?.id ?? ''}`);
    await press(page, /^受理$/);
    await page.locator('dialog[open] .form').waitFor();
    await tabTo(page, /^批准人/);
    await page.keyboard.type('李样');
    await page.getByText(/草稿已存/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+1');
    await press(page, new RegExp(`^受理 ${rows[0]?.windowNo ?? ''}$`));
    await page.locator('dialog[open] .form').waitFor();
    expect(await page.getByLabel('批准人').inputValue()).toBe('李样');
    expect(problems).toEqual([]);
  });

  it('finds requests by the number of their letter and sections by their name in either language', async () => {
    const { page, ask, problems } = await site.open('own');
    const { rows } = await ask('request.list', { direction: 'out' });
    const row = rows.find((one) => one.number !== null);
    const palette = page.locator('dialog[open]');
    await page.keyboard.press('Control+K');
    await page.keyboard.type(row?.number ?? '');
    await palette
      .getByRole('option')
      .filter({ hasText: row?.number ?? '' })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/requests/${row?.id ?? ''}`));

    for (const [typed, hash] of [
      ['exchange', '#/sync'],
      ['协作', '#/partners'],
    ] as const) {
      await page.keyboard.press('Control+K');
      await page.keyboard.type(typed);
      await expect.poll(() => palette.getByRole('option').count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(hash));
    }
    expect(problems).toEqual([]);
  });
});
