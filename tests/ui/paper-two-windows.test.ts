import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** A letter handed in for examination by a person who may draft; answers its request. */
async function submitted({ ask }: ProductPage): Promise<string> {
  const drafter = (await ask('office.get', {})).people.find((person) => person.roles.includes('clerk'));
  await ask('person.actAs', { id: drafter?.id as never });
  const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
  const dossier = rows[0]?.id as never;
  const { letter } = await ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
  const items = letter.items.map((item) => ({ ...item, questions: '调取工资台账。' }));
  const partner = (await ask('partner.list', {}))[0]?.office as never;
  const text = { ...letter, items, department: '立案调解庭', toAddress: '苏州市吴江区某路 8 号' };
  return (await ask('paper.submit', { dossier, partner, letter: text })).id;
}

const kept = (page: Page) => page.getByText(/草稿已存/).waitFor();
const outline = (page: Page) => page.getByLabel(/^调查提纲/).first();

describeWith('chromium', 'one letter written in two windows', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each(['light', 'dark'] as const)('keeps both texts and lets the later choose (%s)', async (theme) => {
    const [first, second] = [await site.open('own', { theme }), await site.open('own', { theme })];
    const id = await submitted(first);
    const text = async () => (await first.ask('request.get', { request: id as never })).paper?.commission?.items[0];
    for (const { page, go } of [first, second]) {
      await go(`#/requests/${id}/letter`);
      await page.getByRole('form').waitFor();
    }
    await fill(first.page, /^调查提纲/, '甲窗口的提纲。');
    await kept(first.page);
    await fill(second.page, /^调查提纲/, '乙窗口的提纲。');
    await kept(second.page);
    await second.page.getByText('另一窗口也留有这份表单的草稿').waitFor();
    expect(await outline(first.page).inputValue()).toBe('甲窗口的提纲。');
    await first.page.keyboard.press('Control+S');
    await first.page.locator('.paper-step').first().waitFor();
    expect((await text())?.questions).toBe('甲窗口的提纲。');

    const { page } = second;
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: '内容已有变化' }).waitFor();
    expect(await outline(page).inputValue()).toBe('乙窗口的提纲。');
    expect((await text())?.questions).toBe('甲窗口的提纲。');
    expect(await second.violations()).toEqual([]);
    // The draft survives the window and still knows which text it was begun on.
    await page.reload();
    await page.getByRole('form').waitFor();
    expect(await outline(page).inputValue()).toBe('乙窗口的提纲。');
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: '内容已有变化' }).waitFor();
    await press(page, theme === 'light' ? /^用我写的替换它并送审$/ : /^放弃我写的，从现在的送审稿开始$/);
    if (theme === 'light') {
      await page.locator('.paper-step').first().waitFor();
      expect((await text())?.questions).toBe('乙窗口的提纲。');
    } else {
      await page.waitForFunction(() =>
        [...document.querySelectorAll('textarea')].some((area) => area.value === '甲窗口的提纲。'),
      );
      expect((await text())?.questions).toBe('甲窗口的提纲。');
    }
    expect(await second.ask('draft.list', {})).toEqual([]);
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
