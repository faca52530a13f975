import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'a collective case in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('is proposed, marked and represented by keyboard alone', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { width: 1366, height: 768, theme: 'dark' });
    const parties = [...'甲乙丙丁戊己庚辛壬癸'].map((sign, at) => worker(`周样${sign}`, at + 1));
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-11-20', parties });
    await go(`#/dossiers/${id}`);
    await page.getByText('劳动者一方有 10 人', { exact: false }).waitFor();
    await press(page, /^认定集体争议$/);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^决定人/, '院负责人');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText('尚未推举代表人。').waitFor();
    await press(page, /^记录推举$/);
    await page.locator('dialog[open] .form').waitFor();
    for (const at of [1, 2, 3]) {
      await tabTo(page, new RegExp(`^代表人 ${at}`));
      await page.keyboard.type(`周样${'甲乙丙'[at - 1]}`);
      await page
        .locator('.ant-select-item-option', { hasText: `周样${'甲乙丙'[at - 1]}` })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
    }
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText('周样甲、周样乙、周样丙', { exact: false }).waitFor();
    // What lies scrolled away under the head of the window has the head's colour behind it.
    await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is marked where a union applies over a collective contract, and asks for nobody to be elected', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { width: 1366, height: 768 });
    const union = { role: 'applicant' as const, type: 'unit' as const, name: '某某物流有限公司工会委员会' };
    const { id } = await ask('dossier.receive', {
      ...{ side: 'arb', receivedOn: '2026-11-20', cause: '集体合同纠纷' },
      parties: [union, employer('某某物流有限公司')],
    });
    await go(`#/dossiers/${id}`);
    await press(page, /^认定集体争议$/);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^决定人/, '院负责人');
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const panel = page.locator('.panel', { hasText: '因集体合同发生的争议' });
    await panel.getByText('院负责人认定', { exact: false }).waitFor();
    expect(await page.getByText('推举').count()).toBe(0);
    expect(await page.getByRole('button', { name: '认定集体争议' }).count()).toBe(0);
    await panel.getByRole('button', { name: '更改认定' }).waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
