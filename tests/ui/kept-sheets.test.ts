import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const keys = async (ask: ProductPage['ask']) => (await ask('draft.list', {})).map(({ key }) => key);

describeWith('chromium', 'what is typed outside of a form', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('stands again in a sheet that was left or whose page went away, and is forgotten once it is carried out', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const [row] = (await ask('employer.list', {})).rows;
    await go(`#/employers/${row?.id}`);
    const reason = page.getByLabel('理由（可不填，记入记录）');
    const open = async (): Promise<void> => {
      await page.getByRole('button', { name: '并入其他记录…' }).focus();
      await page.keyboard.press('Enter');
      await reason.focus();
    };
    await open();
    await page.keyboard.type('名称相同');
    await page.keyboard.press('Escape');
    await reason.waitFor({ state: 'detached' });
    await expect.poll(() => keys(ask)).toEqual([`employer.merge:${row?.id}`]);
    await page.reload();
    await open();
    await page.getByText('已恢复上次没有提交的草稿。').waitFor();
    expect(await reason.inputValue()).toBe('名称相同');
    await page.getByRole('button', { name: '清空重填' }).focus();
    await page.keyboard.press('Enter');
    expect(await reason.inputValue()).toBe('');
    await expect.poll(() => keys(ask)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('stands again beside a list, and leads there from 今日', async () => {
    const { page, go, ask, problems } = await site.open('own');
    await go('#/settings/rules');
    const name = page.getByLabel('名称', { exact: true });
    await name.focus();
    await page.keyboard.type('长三角共用规则');
    await expect.poll(() => keys(ask)).toEqual(['pack.export']);
    await go('#/today/drafts');
    await page.reload();
    await page.locator('.side-list a').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => name.inputValue()).toBe('长三角共用规则');
    const file = page.waitForEvent('download');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: '导出规则包' }).focus();
    await page.keyboard.press('Enter');
    await file;
    await expect.poll(() => keys(ask)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
