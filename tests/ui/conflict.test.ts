import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** Opens the form that changes the first party of a file. */
async function openParty({ page, go }: ProductPage, dossier: string, party: string): Promise<void> {
  await go(`#/dossiers/${dossier}/parties?act=party.amend:${party}`);
  await page.locator('dialog[open] .form').waitFor();
}

/** Chooses one side of a field in the conflict state by keyboard: the field is reached by Tab, the side by an arrow. */
async function choose(page: Page, field: string, side: 'stored' | 'mine'): Promise<void> {
  const group = page.getByRole('radiogroup', { name: field });
  for (let step = 0; step < 40; step += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press(side === 'mine' ? 'ArrowDown' : 'Space');
}

describeWith('chromium', 'two windows of one office over the same party', (chromium) => {
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
  ] as const)('the later chooses field by field, and nothing it typed is lost ($theme, $scale)', async (look) => {
    const [first, second] = [await site.open('own', look), await site.open('own', look)];
    const { rows } = await first.ask('dossier.list', { filter: { status: 'accepted', sort: 'number' } });
    const dossier = rows[look.scale === 1 ? 0 : 1]?.id as never;
    const [party] = (await first.ask('dossier.get', { dossier })).parties;
    const id = party?.id ?? '';
    await openParty(first, dossier, id);
    await openParty(second, dossier, id);

    await fill(first.page, /^住所/, '甲窗口的地址');
    await fill(first.page, /^联系电话/, '13900000001');
    await fill(first.page, /^(姓名|单位名称)/, '甲样某');
    await first.page.keyboard.press('Control+S');
    await first.page.locator('dialog[open] .form').waitFor({ state: 'detached' });

    const { page } = second;
    await fill(page, /^住所/, '乙窗口的地址');
    await fill(page, /^联系电话/, '13900000002');
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: '内容已有变化' }).waitFor();
    expect(await page.locator('.clash').textContent()).toContain('甲窗口的地址');
    expect(await page.locator('.clash').textContent()).toContain('139****0001');
    expect(await page.getByRole('textbox', { name: /^住所/ }).inputValue()).toBe('乙窗口的地址');
    // What only the other window changed is shown as it is now.
    expect(await page.getByRole('textbox', { name: /^(姓名|单位名称)/ }).inputValue()).toBe('甲样某');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    expect(await second.violations()).toEqual([]);
    expect(await page.locator('dialog[open]').evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(
      0,
    );

    // Without a choice nothing is saved, and the form says where.
    await page.keyboard.press('Control+S');
    await page.getByText('请选择保留哪一个').first().waitFor();
    expect((await second.ask('dossier.get', { dossier })).parties[0]?.address).toBe('甲窗口的地址');
    // The whole state survives the window.
    await page.getByText(/草稿已存/).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '内容已有变化' }).waitFor();
    await choose(page, '住所或送达地址', 'mine');
    await choose(page, '联系电话', 'stored');
    expect(await page.getByRole('textbox', { name: /^联系电话/ }).inputValue()).toBe('');
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open] .form').waitFor({ state: 'detached' });
    const [now] = (await second.ask('dossier.get', { dossier })).parties;
    expect(now).toMatchObject({ address: '乙窗口的地址', phoneMasked: '139****0001', name: '甲样某' });
    expect((await second.ask('draft.list', {})).filter(({ key }) => key.includes(id))).toEqual([]);
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  it('windows that changed different fields are both kept without a word', async () => {
    const [first, second] = [await site.open('own'), await site.open('own')];
    const { rows } = await first.ask('dossier.list', { filter: { status: 'accepted', sort: 'number' } });
    const dossier = rows[0]?.id ?? '';
    for (const { page, go } of [first, second]) {
      await go(`#/dossiers/${dossier}?act=dossier.amend`);
      await page.locator('dialog[open] .form').waitFor();
    }
    await fill(first.page, /^案由/, '确认劳动关系争议');
    await first.page.keyboard.press('Control+S');
    await first.page.locator('dialog[open] .form').waitFor({ state: 'detached' });
    await tabTo(second.page, /^.*摘要/);
    await second.page.keyboard.type('乙窗口补充。');
    await second.page.keyboard.press('Control+S');
    await second.page.locator('dialog[open] .form').waitFor({ state: 'detached' });
    const now = await second.ask('dossier.get', { dossier: dossier as never });
    expect(now.row.cause).toBe('确认劳动关系争议');
    expect(now.summary).toContain('乙窗口补充。');
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
