import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const long = `某某${'第一长三角一体化示范区供应链管理'.repeat(5)}有限公司`;

/** Three files: two of one employer under two names without a code in common, one of another with a very long name. */
async function filed(ask: ProductPage['ask'], mark: string): Promise<void> {
  const named = [`${mark}甲建筑工程有限公司`, `${mark}甲建设工程有限公司`, `${mark}${long}`];
  for (const [at, name] of named.entries()) {
    const parties = [worker('纪某某', 7), { ...employer(name, 7000 + at), uscc: '' }];
    await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
  }
}

describeWith('chromium', 'employers', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are found as one types, opened and merged by keys alone, and parted again', async () => {
    const { page, ask, violations, problems } = await site.open('own');
    await page.locator('.day-row').first().waitFor();
    await filed(ask, '青');
    await page.keyboard.press('Alt+7');
    await page.getByRole('heading', { level: 1, name: '单位' }).waitFor();
    await page.locator('.list-row').first().waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+F');
    await page.keyboard.type('qjjzgc');
    await expect.poll(() => page.locator('.list-row').count(), { timeout: 15_000 }).toBe(1);
    await page.getByText('青甲建筑工程有限公司').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '青甲建筑工程有限公司' }).waitFor();
    await page.getByText('案卷 1 件，未结 1 件').waitFor();
    expect(await violations()).toEqual([]);

    await page.getByRole('button', { name: '并入其他记录…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('找另一条记录').focus();
    await page.keyboard.type('青甲建设');
    await page.getByRole('radio', { name: /青甲建设工程有限公司/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('两条记录没有相同的名称。').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel('理由（可不填，记入记录）').fill('更名');
    await page.getByRole('button', { name: '合并', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('案卷 2 件，未结 2 件').waitFor();

    await page.getByRole('link', { name: '记录', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('更名', { exact: true }).waitFor();
    await page.getByRole('cell', { name: '青甲建设工程有限公司' }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /^取消合并：青甲建设/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('案卷 1 件，未结 1 件').waitFor();
    await page.getByText('没有并入其他记录').waitFor();
    expect(problems).toEqual([]);
  });

  it('let a party that is another employer be split off and put back', async () => {
    const { page, ask, go, violations, problems } = await site.open('own');
    await page.locator('.day-row').first().waitFor();
    await filed(ask, '昆');
    await filed(ask, '昆');
    const { rows } = await ask('employer.list', { filter: { text: '昆甲建筑' } });
    await go(`#/employers/${rows[0]?.id ?? ''}/record`);
    await page.getByText('案卷 2 件，未结 2 件').waitFor();
    await page.getByRole('button', { name: '拆出当事人…' }).click();
    const sheet = page.locator('dialog[open]');
    await sheet.getByRole('combobox', { name: '案卷和当事人' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await violations()).toEqual([]);
    await sheet.getByRole('button', { name: '拆出', exact: true }).click();
    await page.getByText('案卷 1 件，未结 1 件').waitFor();
    const now = await ask('employer.list', { filter: { text: '昆甲建筑' } });
    const own = now.rows.find(({ id }) => id !== rows[0]?.id)?.id ?? '';
    await go(`#/employers/${own}/record`);
    await page.getByRole('button', { name: /^归回：/ }).click();
    await expect
      .poll(async () => (await ask('employer.list', { filter: { text: '昆甲建筑' } })).rows.length, { timeout: 15_000 })
      .toBe(1);
    expect(problems).toEqual([]);
  });

  it('keep very long names inside the page, in English and dark too', async () => {
    const { page, ask, go, violations, problems } = await site.open('own', { theme: 'dark' });
    await page.locator('.day-row').first().waitFor();
    await filed(ask, '嘉');
    await ask('office.setSettings', { language: 'en' });
    await page.getByRole('link', { name: /Employers/ }).waitFor();
    const { rows } = await ask('employer.list', { filter: { text: '嘉某某' } });
    for (const address of [
      '#/employers',
      `#/employers/${rows[0]?.id ?? ''}`,
      `#/employers/${rows[0]?.id ?? ''}/record`,
    ]) {
      await go(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const head = await page.getByRole('heading', { level: 1 }).boundingBox();
      expect((head?.x ?? 0) + (head?.width ?? 0), address).toBeLessThanOrEqual(1366);
      expect(await violations(), address).toEqual([]);
    }
    // Nothing of the employer before it stands there, so there is no heading to wait for.
    await page.evaluate(() => {
      window.location.hash = '#/employers/01890000-0000-7000-8000-000000000000';
    });
    await page.getByRole('alert').filter({ hasText: 'not carried out' }).waitFor();
    expect(await page.locator('.employer-name').count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
