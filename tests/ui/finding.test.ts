import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const query = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '');
const strip = (page: Page) => page.getByRole('navigation', { name: '打开的案卷' });
const filters = (page: Page) => page.getByRole('group', { name: '常用筛选' });

/** Files of the sample in the order of their numbers. */
async function filesOf({ ask }: ProductPage) {
  const { rows } = await ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
  return rows.map((row) => ({ ...row, number: row.caseNo ?? row.windowNo }));
}

/** Scrolls the page; it is noted where once its event came, which is a frame later and before anybody could go away. */
async function scrolledTo(page: Page, top: number): Promise<void> {
  await page.locator('main').evaluate(
    (view, to) =>
      new Promise<void>((resolve) => {
        view.addEventListener('scroll', () => resolve(), { once: true });
        view.scrollTo(0, to);
      }),
    top,
  );
  expect(await page.locator('main').evaluate((view) => view.scrollTop)).toBe(top);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describeWith('chromium', 'finding and moving in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('keeps a filter by name, recalls it by key and by palette, renames and removes it, and takes that back', async () => {
    const { page, go, violations, problems } = await site.open('own');
    await go('#/dossiers?status=closed&sort=number');
    await press(page, /^存为常用筛选$/);
    await fill(page, /^名称/, '已结的按编号');
    await page.keyboard.press('Control+S');
    await filters(page).getByRole('button', { name: '已结的按编号', pressed: true }).waitFor();
    expect(await violations()).toEqual([]);

    await go('#/dossiers');
    await filters(page).getByRole('button', { name: '已结的按编号', pressed: false }).waitFor();
    await page.keyboard.press('Alt+Shift+1');
    await expect.poll(() => query(page).get('status')).toBe('closed');
    await go('#/partners');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('yjdabh');
    await page.getByRole('option', { name: /已结的按编号/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => [query(page).get('status'), query(page).get('sort')]).toEqual(['closed', 'number']);

    // A name is kept without the blanks at its ends, and is taken back by what was kept.
    for (const typed of [' 结案 ', '结案']) {
      await press(page, /^改名$/);
      await fill(page, /^名称/, typed);
      await page.keyboard.press('Control+S');
      await page.getByText('已改名为「结案」').waitFor();
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await filters(page).getByRole('button', { name: '结案', exact: true }).waitFor();
      if (typed === '结案') break;
      await page.keyboard.press('Control+Z');
      await filters(page).getByRole('button', { name: '已结的按编号', exact: true }).waitFor();
    }
    await press(page, /^删除$/);
    await page.getByText('已删除常用筛选「结案」').waitFor();
    expect(await filters(page).getByRole('button', { name: '结案', exact: true }).count()).toBe(0);
    await page.keyboard.press('Control+Z');
    await filters(page).getByRole('button', { name: '结案', exact: true }).waitFor();
    await page.reload();
    await filters(page).getByRole('button', { name: '结案', exact: true, pressed: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('keeps several files open with their forms, goes between them by keys, and finds them again in the next window', async () => {
    const desk = await site.open('own');
    const { page, go, violations, problems } = desk;
    const [a, b, c] = await filesOf(desk);
    if (a === undefined || b === undefined || c === undefined) throw new Error('the sample has files');
    for (const file of [a, b, c]) {
      await go(`#/dossiers/${file.id}`);
      await heading(page, file.number);
    }
    await expect.poll(() => strip(page).getByRole('link').count()).toBe(3);
    await page.keyboard.press('Control+1');
    await heading(page, a.number);
    await go(`#/dossiers/${a.id}/notes`);
    await page.getByRole('textbox', { name: '备注' }).focus();
    await page.keyboard.type('甲案的谈话');
    await page.getByText(/草稿已存/).waitFor();
    await page.keyboard.press('Control+2');
    await heading(page, b.number);
    await page.keyboard.press('Alt+PageUp');
    await heading(page, a.number);
    await page.waitForURL(/\/notes$/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some((area) => area.value === '甲案的谈话'),
    );
    expect(await violations()).toEqual([]);

    await page.keyboard.press('Alt+W');
    await heading(page, b.number);
    await expect.poll(() => strip(page).getByRole('link').count()).toBe(2);
    await page.keyboard.press('Alt+R');
    await heading(page, a.number);
    const named = () =>
      strip(page)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    const all = [a, b, c].map((file) => `${file.number} ${file.title}`);
    await expect.poll(named).toEqual(all);
    await press(page, new RegExp(`^关闭 ${b.number.replaceAll(/[()]/g, '.')}`));
    await expect.poll(named).toEqual(all.filter((_, place) => place !== 1));
    expect(problems).toEqual([]);

    // Another window has a strip of its own; a window that takes the place of one that is gone has that one's.
    const context = page.context();
    const beside = await context.newPage();
    await beside.goto(page.url().replace(/#.*$/, '#/'));
    await beside.locator('.frame-rail').waitFor();
    await beside.waitForFunction(() => window.sessionStorage.length > 0);
    expect(await strip(beside).count()).toBe(0);
    await page.close();
    const again = await context.newPage();
    await again.goto(beside.url());
    await strip(again).getByRole('link').first().waitFor();
    expect(await strip(again).getByRole('link').count()).toBe(2);
    await context.close();
  });

  it('comes back to the very place: filters, row and scroll of the list, scroll of the page, by Back and Forward', async () => {
    const desk = await site.open('own', { height: 460 });
    const { page, go, problems } = desk;
    await go('#/dossiers?status=all&sort=number');
    await page.locator('.list-row').nth(3).waitFor();
    await page.locator('.list-view').focus();
    await page.keyboard.press('End');
    const list = page.locator('.list-view');
    await expect.poll(() => list.evaluate((view) => view.scrollTop)).toBeGreaterThan(50);
    const left = await list.evaluate((view) => view.scrollTop);
    const row = await page.locator('.list-row[aria-selected="true"]').getAttribute('aria-rowindex');
    await page.keyboard.press('Enter');
    await page.locator('.page-tabs').waitFor();
    const main = page.locator('main');
    await page.locator('.panel').first().waitFor();
    await expect.poll(() => main.evaluate((view) => view.scrollHeight - view.clientHeight)).toBeGreaterThan(150);
    await scrolledTo(page, 120);
    await page.goBack();
    await page.locator(`.list-row[aria-selected="true"][aria-rowindex="${row}"]`).waitFor();
    await expect.poll(() => list.evaluate((view) => view.scrollTop)).toBe(left);
    expect(query(page).get('status')).toBe('all');
    await page.goForward();
    await page.locator('.page-tabs').waitFor();
    await expect.poll(() => main.evaluate((view) => view.scrollTop), { timeout: 5000 }).toBe(120);
    // A page that was not seen yet begins at its top.
    await go('#/settings/office');
    await heading(page, '设置');
    expect(await main.evaluate((view) => view.scrollTop)).toBe(0);
    expect(problems).toEqual([]);
  });

  it('keeps the scroll of a page also in a browser that does not name the steps of its history', async () => {
    const { page: first } = await site.open('own', { height: 460 });
    const page = await first.context().newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(() => {
      for (const holder of [window, Window.prototype]) Reflect.deleteProperty(holder, 'navigation');
    });
    await page.goto(`${first.url().replace(/#.*$/, '')}#/dossiers?status=all&sort=number`);
    await page.locator('.list-row').nth(3).waitFor();
    expect(await page.evaluate(() => 'navigation' in window)).toBe(false);
    await page.locator('.list-view').focus();
    await page.keyboard.press('Enter');
    await page.locator('.page-tabs').waitFor();
    await page.locator('.panel').first().waitFor();
    const main = page.locator('main');
    await expect.poll(() => main.evaluate((view) => view.scrollHeight - view.clientHeight)).toBeGreaterThan(150);
    await scrolledTo(page, 120);
    await page.goBack();
    await page.locator('.list-row').nth(3).waitFor();
    await page.goForward();
    await page.locator('.page-tabs').waitFor();
    await expect.poll(() => main.evaluate((view) => view.scrollTop), { timeout: 5000 }).toBe(120);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows in the box of the list what Back brought back, and shows everything when asked to', async () => {
    const { page, go, problems } = await site.open('own');
    const box = page.getByRole('searchbox', { name: '在案卷中查找' });
    await go('#/dossiers?text=没有这样的案卷');
    await page.getByText('没有相符的案卷').waitFor();
    await go('#/dossiers?status=closed');
    await expect.poll(() => box.inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe('没有这样的案卷');
    await page.getByText('没有相符的案卷').waitFor();
    await page.getByRole('button', { name: '显示全部' }).press('Enter');
    await page.locator('.list-row').first().waitFor();
    expect(await box.inputValue()).toBe('');
    expect(problems).toEqual([]);
  });

  it('finds parties, people and pages by name, by sound and in the other language', async () => {
    const desk = await site.open('own');
    const { page, ask, violations, problems } = desk;
    const palette = page.locator('dialog[open]');
    const person = (await ask('office.get', {})).people.find(({ active }) => active);
    const [file] = await filesOf(desk);
    const { parties } = await ask('dossier.get', { dossier: (file?.id ?? '') as never });
    const party = parties.find(({ type, role }) => type === 'person' && role !== 'reporter');
    await page.keyboard.press('Control+K');
    await page.keyboard.type(party?.name ?? '');
    await palette
      .getByRole('option', { name: new RegExp(`^${party?.name ?? ''}.*当事人$`) })
      .first()
      .waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(person?.name ?? '');
    await palette.getByRole('option', { name: /人员$/ }).first().click();
    await page.waitForURL(new RegExp(`#/settings/people/${person?.id ?? ''}`));
    for (const typed of ['登记簿', 'djb', 'registers']) {
      await page.keyboard.press('Control+K');
      await page.keyboard.type(typed);
      await palette.getByRole('option', { name: /^登记簿/ }).waitFor();
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'detached' });
    }
    expect(problems).toEqual([]);
  });
});
